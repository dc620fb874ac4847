import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put('a', { n: 1 });
    assert.deepEqual(storage.kv.get('a'), { n: 1 });
    storage.kv.put('b', new Map([[1, 2]]));
    assert.deepEqual(await storage.get('b'), new Map([[1, 2]]));
    assert.equal(storage.kv.get('none'), undefined);
    assert.equal(storage.kv.delete('a'), true);
    assert.equal(storage.kv.delete('a'), false);
    assert.equal(await storage.get('a'), undefined);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
