//! {"$variants": ["disk", "hibernated"]}
import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const message = (method, type) => `Failed to execute '${method}' on 'DurableObjectStorage': parameter 1 is not of type '${type}'.`;
    for (const time of [undefined, null, 'x', {}]) {
      await assert.rejects(storage.getBookmarkForTime(time), 'TypeError', message('getBookmarkForTime', 'date'));
    }
    await assert.rejects(storage.getBookmarkForTime(NaN), 'TypeError', 'The value cannot be converted because it is not a valid Date.');
    await assert.rejects(storage.onNextSessionRestoreBookmark(), 'TypeError', message('onNextSessionRestoreBookmark', 'string'));
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
