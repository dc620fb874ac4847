import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const shared = { n: 1 };
    const value = { first: shared, second: [shared] };
    value.self = value;
    await storage.put('a', value);
    const got = await storage.get('a');
    assert(got.first === got.second[0]);
    assert(got.self === got);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
