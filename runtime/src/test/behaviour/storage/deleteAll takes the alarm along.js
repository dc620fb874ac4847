import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  alarm() {}

  async test() {
    const { storage } = this.ctx;
    await storage.setAlarm(Date.now() + 1e9);
    await storage.put('a', 1);
    await storage.deleteAll();
    assert.equal(await storage.getAlarm(), null);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
