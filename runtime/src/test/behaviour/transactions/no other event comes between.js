import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  poke(name) {
    return this.env.OBJECTS.getByName(name).increment();
  }

  async increment() {
    await this.ctx.storage.put('n', (await this.ctx.storage.get('n')) + 1);
  }

  async test() {
    const { storage } = this.ctx;
    const other = this.env.OBJECTS.getByName('helper');
    await storage.put('n', 0);
    const self = this.env.OBJECTS.getByName('one');
    let poke;
    await storage.transaction(async (txn) => {
      poke = other.poke('one');
      await scheduler.wait(20);
      assert.equal(await txn.get('n'), 0);
      await txn.put('n', 10);
    });
    await poke;
    assert.equal(await storage.get('n'), 11);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
