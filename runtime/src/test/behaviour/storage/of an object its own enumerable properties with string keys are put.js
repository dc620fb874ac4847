import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    class Parent { inherited = 0; get accessor() { return 1; } method() {} }
    const entries = Object.create({ prototype: 1 }, { hidden: { value: 2, enumerable: false }, own: { value: 3, enumerable: true } });
    entries[Symbol('s')] = 4;
    await storage.put(entries);
    await storage.put(new Parent());
    await storage.put(Object.assign(() => {}, { ofFunction: 5 }));
    assert.deepEqual(await storage.list(), new Map([['inherited', 0], ['ofFunction', 5], ['own', 3]]));
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
