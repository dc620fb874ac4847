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
    ctx.blockConcurrencyWhile(async () => {
      throw new RangeError('cannot load');
    });
  }
  hello() {}
  fetch() {}
}

export async function behaviour(assert, env) {
  assert.deepEqual(await told(env.OBJECTS.getByName('x').hello()), { name: 'RangeError', message: 'cannot load', durableObjectReset: true });
  assert.deepEqual(await told(env.OBJECTS.getByName('y').fetch('http://x/')), { name: 'RangeError', message: 'cannot load', remote: true, durableObjectReset: true });
}
