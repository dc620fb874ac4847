import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const said = [];
    const done = storage.transaction(() => { said.push('closure'); });
    said.push('call');
    await done;
    said.push('done');
    assert.deepEqual(said, ['call', 'closure', 'done']);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
