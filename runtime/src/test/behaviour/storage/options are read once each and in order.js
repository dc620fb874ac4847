import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const read = async (action) => {
      const names = [];
      await action(new Proxy({}, { get(_, name) { names.push(name); } }));
      return names.join(' ');
    };
    assert.equal(await read((o) => storage.get('a', o)), 'allowConcurrency noCache');
    assert.equal(await read((o) => storage.put('a', 1, o)), 'allowConcurrency allowUnconfirmed noCache');
    assert.equal(await read((o) => storage.put({ a: 1 }, o)), 'allowConcurrency allowUnconfirmed noCache');
    assert.equal(await read((o) => storage.delete('a', o)), 'allowConcurrency allowUnconfirmed noCache');
    assert.equal(await read((o) => storage.list(o)), 'start startAfter end prefix reverse limit allowConcurrency noCache');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
