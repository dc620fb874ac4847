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
  async fetch() {
    return 5;
  }
}

export async function behaviour(assert, env) {
  assert.deepEqual(await told(env.OBJECTS.getByName('x').fetch('http://x/')), {
    name: 'TypeError',
    message: "Incorrect type for Promise: the Promise did not resolve to 'Response'.",
    remote: true,
  });
}
