import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put({ a: 1, b: 2, c: 3 });
    const size = async (limit) => (await storage.list({ limit })).size;
    assert.equal(await size(2), 2);
    assert.equal(await size(1.9), 1);
    assert.equal(await size('2'), 2);
    assert.equal(await size(true), 1);
    assert.equal(await size(2 ** 31 - 1), 3);
    assert.equal(await size(undefined), 3);
    for (const limit of [0, -1, -0.5, 0.5, NaN, Infinity, null, 'x', {}]) {
      await assert.rejects(size(limit), 'TypeError', 'List limit must be positive.');
    }
    for (const limit of [2 ** 31, -(2 ** 31) - 1]) {
      await assert.rejects(size(limit), 'TypeError', 'Value out of range. Must be between -2147483648 and 2147483647 (inclusive).');
    }
    await assert.rejects(size(1n), 'TypeError', 'Cannot convert a BigInt value to a number');
    await assert.rejects(size(Symbol('s')), 'TypeError', 'Cannot convert a Symbol value to a number');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
