import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const message = (index, type) => `Failed to execute 'transaction' on 'DurableObjectStorage': parameter ${index} is not of type '${type}'.`;
    await assert.rejects(storage.transaction(), 'TypeError', message(1, 'function'));
    await assert.rejects(storage.transaction({}), 'TypeError', message(1, 'function'));
    await assert.rejects(storage.transaction(() => 1, 5), 'TypeError', message(2, 'TransactionOptions'));
    assert.equal(await storage.transaction(() => 1, {}), 1);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
