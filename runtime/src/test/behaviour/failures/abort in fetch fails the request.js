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
  async fetch(request) {
    if (request.url.endsWith('/later')) await new Promise((resolve) => setTimeout(resolve, 5));
    this.ctx.abort('enough');
  }
}

export async function behaviour(assert, env) {
  const broken = { name: 'Error', message: 'enough', remote: true, durableObjectReset: true };
  assert.deepEqual(await told(env.OBJECTS.getByName('x').fetch('http://x/now')), broken);
  assert.deepEqual(await told(env.OBJECTS.getByName('x').fetch('http://x/later')), broken);
}
