//! {"$variants": ["disk", "memory"]}
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
  fail() {
    this.memory++;
    throw new RangeError('mine');
  }
  async failLater() {
    await null;
    throw new RangeError('mine');
  }
  fetch() {
    throw new RangeError('mine');
  }
  hello() {
    return this.memory;
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('x');
  const error = { name: 'RangeError', message: 'mine', remote: true };
  assert.deepEqual(await told(stub.fail()), error);
  assert.deepEqual(await told(stub.failLater()), error);
  assert.deepEqual(await told(stub.fetch('http://x/')), error);
  assert.equal(await stub.hello(), 1);
}
