//! {"compatibility_date": "2026-02-23"}
import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  alarm() {}

  async test() {
    const { storage } = this.ctx;
    const time = Date.now() + 1e9;
    await storage.setAlarm(time);
    await storage.put('a', 1);
    await storage.deleteAll();
    assert.equal(await storage.getAlarm(), time);
    assert.equal(await storage.get('a'), undefined);
    await storage.deleteAlarm();
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
