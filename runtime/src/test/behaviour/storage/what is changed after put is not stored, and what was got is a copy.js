import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const value = { n: 1, list: [1] };
    const stored = storage.put('a', value);
    value.n = 2;
    value.list.push(2);
    await stored;
    const first = await storage.get('a');
    assert.deepEqual(first, { n: 1, list: [1] });
    first.n = 3;
    const second = await storage.get('a');
    assert.equal(second.n, 1);
    assert(first !== second);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
