//! {"migrations": [{"tag": "v1", "new_classes": ["Subject"]}]}
import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const message = "This Durable Object's storage back-end does not implement point-in-time recovery.";
    await assert.rejects(storage.getBookmarkForTime(Date.now()), 'Error', message);
    await assert.rejects(storage.onNextSessionRestoreBookmark('x'), 'Error', message);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
