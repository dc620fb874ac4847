import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const { kv } = storage;
    const value = { list: [1], when: new Date(5) };
    kv.put('a', value);
    value.list.push(2);
    assert.deepEqual(kv.get('a').list, [1]);
    assert.equal(kv.get('a').when.getTime(), 5);
    assert(kv.get('a') !== kv.get('a'));
    assert.throws(() => kv.put('b', () => 1), 'DataCloneError', '() => 1 could not be cloned.');
    assert.equal(kv.get('b'), undefined);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
