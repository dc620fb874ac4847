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
  hello() {
    return 'hello';
  }
  fetch() {
    return new Response('hello');
  }
  abort() {
    this.ctx.abort('enough');
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('x');
  const another = env.OBJECTS.getByName('x');
  await another.hello();
  await told(stub.abort());
  const broken = { name: 'Error', message: 'enough', durableObjectReset: true };
  assert.deepEqual(await told(stub.hello()), broken);
  assert.deepEqual(await told(stub.fetch('http://x/')), broken);
  assert.deepEqual(await told(another.hello()), broken);
}
