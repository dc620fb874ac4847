import { DurableObject } from 'cloudflare:workers';

// An error with what the platform says of it.
const told = async (promise) => {
  try {
    return await promise;
  } catch (error) {
    const { name, message, remote, durableObjectReset, overloaded, retryable } = error;
    return Object.fromEntries(
      Object.entries({ name, message, remote, durableObjectReset, overloaded, retryable }).filter(([, value]) => value !== undefined)
    );
  }
};

export class Subject extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    throw new TypeError('not today');
  }
  hello() {}
  fetch() {}
}

export async function behaviour(assert, env) {
  const broken = { name: 'TypeError', message: 'not today', durableObjectReset: true };
  assert.deepEqual(await told(env.OBJECTS.getByName('x').hello()), broken);
  assert.deepEqual(await told(env.OBJECTS.getByName('y').fetch('http://x/')), { name: 'TypeError', message: 'not today', remote: true, durableObjectReset: true });
  const stub = env.OBJECTS.getByName('z');
  assert.deepEqual(await Promise.all([told(stub.hello()), told(stub.hello())]), [broken, broken]);
  assert.deepEqual(await told(stub.hello()), broken);
}
