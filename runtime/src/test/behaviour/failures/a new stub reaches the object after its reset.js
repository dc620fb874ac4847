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
  calls = 0;
  hello() {
    return ++this.calls;
  }
  abort() {
    this.ctx.abort('enough');
  }
}

export async function behaviour(assert, env) {
  const unused = env.OBJECTS.getByName('x');
  const stub = env.OBJECTS.getByName('x');
  await stub.hello();
  await told(stub.abort());
  assert.equal(await unused.hello(), 1);
  assert.equal(await env.OBJECTS.getByName('x').hello() > 0, true);
}
