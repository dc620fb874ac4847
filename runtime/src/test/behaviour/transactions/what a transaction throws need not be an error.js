import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    let caught;
    await storage.transaction(async () => { throw 'text'; }).catch((reason) => { caught = reason; });
    assert.equal(caught, 'text');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
