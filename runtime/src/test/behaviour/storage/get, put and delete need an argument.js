import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const message = (method, type) => `Failed to execute '${method}' on 'DurableObjectStorage': parameter 1 is not of type '${type}'.`;
    await assert.rejects(storage.get(), 'TypeError', message('get', 'string or Array'));
    await assert.rejects(storage.put(), 'TypeError', message('put', 'string or object'));
    assert.throws(() => storage.delete(), 'TypeError', message('delete', 'string or Array'));
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
