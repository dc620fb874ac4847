import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    class Point {
      #secret = 1;
      constructor() { this.x = 1; this[Symbol('s')] = 2; }
      get length() { return this.#secret; }
    }
    await storage.put('a', new Point());
    const got = await storage.get('a');
    assert.equal(Object.getPrototypeOf(got), Object.prototype);
    assert.deepEqual(Reflect.ownKeys(got), ['x']);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
