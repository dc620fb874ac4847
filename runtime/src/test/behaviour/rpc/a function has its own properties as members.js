import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  f() {
    return Object.assign((a, b) => a ^ b, { extra: 123 });
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const f = await stub.f();
  assert.equal(await f(3, 6), 5);
  assert.equal(await f.extra, 123);
  const pending = stub.f();
  assert.equal(await pending(3, 6), 5);
  assert.equal(await pending.extra, 123);
}
