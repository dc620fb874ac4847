import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const bytes = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]);
    const views = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array, BigInt64Array, BigUint64Array, DataView];
    for (const View of views) {
      await storage.put('a', new View(bytes.buffer));
      const got = await storage.get('a');
      assert.equal(got.constructor, View);
      assert.deepEqual(new Uint8Array(got.buffer), bytes);
    }
    await storage.put('a', bytes.buffer);
    assert.deepEqual(await storage.get('a'), bytes.buffer);
    await storage.put('a', bytes.subarray(2, 5));
    const part = await storage.get('a');
    assert.deepEqual([part.byteOffset, part.byteLength, part.buffer.byteLength], [2, 3, 8]);
    assert.deepEqual(part, new Uint8Array([3, 4, 5]));
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
