import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const value = { map: new Map([[{ k: 1 }, new Set([1, 'a'])]]), sparse: [1, , 3], list: [undefined, null], deep: { a: [{ b: {} }] } };
    value.sparse.named = 'x';
    await storage.put('a', value);
    const got = await storage.get('a');
    assert.deepEqual([...got.map][0], [{ k: 1 }, new Set([1, 'a'])]);
    assert.equal(got.sparse.length, 3);
    assert(!(1 in got.sparse));
    assert.equal(got.sparse.named, 'x');
    assert.deepEqual(got.list, [undefined, null]);
    assert.deepEqual(got.deep, { a: [{ b: {} }] });
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
