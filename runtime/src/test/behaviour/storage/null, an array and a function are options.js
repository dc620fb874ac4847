import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    for (const options of [null, undefined, [], () => {}, {}]) {
      await storage.put('a', 1, options);
      assert.equal(await storage.get('a', options), 1);
      assert.equal((await storage.list(options)).size, 1);
      assert.equal(await storage.delete('a', options), true);
      await storage.deleteAll(options);
    }
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
