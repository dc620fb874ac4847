import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  test() {
    const message = "Failed to execute 'waitUntil' on 'DurableObjectState': parameter 1 is not of type 'Promise'.";
    assert.throws(() => this.ctx.waitUntil(), 'TypeError', message);
    this.ctx.waitUntil(5);
    this.ctx.waitUntil(undefined);
  }
}

export async function behaviour(assert, env, ctx) {
  const message = "Failed to execute 'waitUntil' on 'ExecutionContext': parameter 1 is not of type 'Promise'.";
  assert.throws(() => ctx.waitUntil(), 'TypeError', message);
  ctx.waitUntil(5);
  await env.OBJECTS.getByName('a').test();
}
