import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  fail() {
    throw new RangeError('mine');
  }
  fetch() {
    throw new RangeError('mine');
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('x');
  const errors = [];
  for (const call of [() => stub.fail(), () => stub.fetch('http://x/')]) {
    try {
      await call();
    } catch (error) {
      errors.push(error.durableObjectId);
    }
  }
  assert.deepEqual(errors, [`${stub.id}`, undefined]);
}
