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
  hello() {}
  wait() {
    return new Promise((resolve) => setTimeout(resolve, 100_000));
  }
  async fetch() {
    await this.wait();
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('x');
  const call = told(stub.wait());
  const fetched = told(stub.fetch('http://x/'));
  await stub.hello();
  await told(stub.abort());
  assert.deepEqual(await call, { name: 'Error', message: 'enough', durableObjectReset: true });
  assert.deepEqual(await fetched, { name: 'Error', message: 'enough', remote: true, durableObjectReset: true });
}
