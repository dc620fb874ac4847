import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const error = new TypeError('no', { cause: new RangeError('why') });
    await storage.put('a', error);
    const got = await storage.get('a');
    assert(got instanceof Error);
    assert.equal(got.name, 'TypeError');
    assert.equal(got.message, 'no');
    assert.equal(typeof got.stack, 'string');
    assert.equal(got.cause.name, 'RangeError');
    assert.equal(got.cause.message, 'why');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
