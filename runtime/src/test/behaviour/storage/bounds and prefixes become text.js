import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put({ 5: 1, m: 2, null: 3, z: 4 });
    const keys = async (options) => [...(await storage.list(options)).keys()].join(' ');
    assert.equal(await keys({ prefix: 5 }), '5');
    assert.equal(await keys({ start: null }), 'null z');
    assert.equal(await keys({ end: null }), '5 m');
    assert.equal(await keys({ prefix: null }), 'null');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
