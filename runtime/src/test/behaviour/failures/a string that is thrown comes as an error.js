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
  fail() {
    throw 'text';
  }
}

export async function behaviour(assert, env) {
  assert.deepEqual(await told(env.OBJECTS.getByName('x').fail()), { name: 'Error', message: 'text', remote: true });
}
