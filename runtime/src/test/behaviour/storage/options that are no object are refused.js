import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const message = (method, index, type) => `Failed to execute '${method}' on 'DurableObjectStorage': parameter ${index} is not of type '${type}'.`;
    for (const options of [5, 'x', true, Symbol('s')]) {
      await assert.rejects(storage.get('a', options), 'TypeError', message('get', 2, 'GetOptions'));
      await assert.rejects(storage.put('a', 1, options), 'TypeError', message('put', 3, 'PutOptions'));
      assert.throws(() => storage.delete('a', options), 'TypeError', message('delete', 2, 'PutOptions'));
      await assert.rejects(storage.list(options), 'TypeError', message('list', 1, 'ListOptions'));
      await assert.rejects(storage.deleteAll(options), 'TypeError', message('deleteAll', 1, 'PutOptions'));
    }
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
