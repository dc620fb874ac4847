import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    assert.equal(String(storage), '[object DurableObjectStorage]');
    assert.equal(storage.constructor.name, 'DurableObjectStorage');
    assert.throws(() => new storage.constructor(), 'TypeError', 'Illegal constructor');
    assert.equal(typeof DurableObjectStorage, 'undefined');
    assert.deepEqual(Object.keys(storage).sort(), ['kv', 'sql']);
    assert(storage.sql === storage.sql);
    const names = [];
    for (const name in storage) names.push(name);
    assert.deepEqual(names.sort(), ['delete', 'deleteAlarm', 'deleteAll', 'get', 'getAlarm', 'getBookmarkForTime', 'getCurrentBookmark', 'kv', 'list', 'onNextSessionRestoreBookmark', 'put', 'setAlarm', 'sql', 'sync', 'transaction', 'transactionSync']);
    for (const name of names) assert.equal(storage[name].length, name === 'kv' || name === 'sql' ? undefined : 0);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
