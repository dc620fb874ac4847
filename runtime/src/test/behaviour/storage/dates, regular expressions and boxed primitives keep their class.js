import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put({ date: new Date(5), none: new Date(NaN), regExp: /a+\/b/giu, s: Object('s'), n: Object(5), b: Object(false), i: Object(5n) });
    const { date, none, regExp, s, n, b, i } = Object.fromEntries(await storage.list());
    assert(date instanceof Date);
    assert.equal(date.getTime(), 5);
    assert.equal(none.getTime(), NaN);
    assert.equal(String(regExp), '/a+\\/b/giu');
    assert.equal(regExp.lastIndex, 0);
    assert.deepEqual([s, n, b, i].map((value) => typeof value), ['object', 'object', 'object', 'object']);
    assert.deepEqual([s.valueOf(), n.valueOf(), b.valueOf(), i.valueOf()], ['s', 5, false, 5n]);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
