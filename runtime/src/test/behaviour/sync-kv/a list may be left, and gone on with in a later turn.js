import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const { kv } = storage;
    for (const key of 'abc') kv.put(key, 1);
    for (const [key] of kv.list()) {
      assert.equal(key, 'a');
      break;
    }
    const list = kv.list();
    list.next();
    await scheduler.wait(1);
    assert.deepEqual([...list].map(([key]) => key), ['b', 'c']);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
