import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  get answer() {
    return 42;
  }
  get settings() {
    return { depth: 2 };
  }
  get later() {
    return Promise.resolve('soon');
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  assert.equal(await stub.answer, 42);
  assert.deepEqual(await stub.settings, { depth: 2 });
  assert.equal(await stub.later, 'soon');
}
