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
  memory = 0;
  async section() {
    await this.ctx.blockConcurrencyWhile(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new RangeError('inside');
    });
  }
  hello() {
    return ++this.memory;
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('x');
  await stub.hello();
  const outcomes = await Promise.all([told(stub.section()), told(stub.hello()), told(stub.hello())]);
  const broken = { name: 'RangeError', message: 'inside', durableObjectReset: true };
  assert.deepEqual(outcomes, [broken, broken, broken]);
  assert.equal(await env.OBJECTS.getByName('x').hello(), 1);
}
