import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const key = { toString() { throw new RangeError('mine'); } };
    await assert.rejects(storage.get(key), 'RangeError', 'mine');
    await assert.rejects(storage.get([key]), 'RangeError', 'mine');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
