import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const said = [];
    await Promise.all(['a', 'b', 'c'].map((name) => storage.transaction(async () => {
      said.push(name);
      await scheduler.wait(1);
      said.push(name);
    })));
    assert.deepEqual(said, ['a', 'a', 'b', 'b', 'c', 'c']);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
