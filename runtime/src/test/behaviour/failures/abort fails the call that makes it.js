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
  abort() {
    this.ctx.abort('enough');
  }
  abortWithoutReason() {
    this.ctx.abort();
  }
}

export async function behaviour(assert, env) {
  assert.deepEqual(await told(env.OBJECTS.getByName('x').abort()), { name: 'Error', message: 'enough', durableObjectReset: true });
  assert.deepEqual(await told(env.OBJECTS.getByName('x').abortWithoutReason()), {
    name: 'Error',
    message: 'Application called abort() to reset Durable Object.',
    durableObjectReset: true,
  });
}
