import { DurableObject, RpcTarget } from 'cloudflare:workers';

class Target extends RpcTarget {
  #ctx;
  constructor(ctx) {
    super();
    this.#ctx = ctx;
  }
  ping() {
    return 'pong';
  }
  wait() {
    return new Promise((resolve) => setTimeout(resolve, 100_000));
  }
  abort() {
    this.#ctx.abort('enough');
  }
}

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
  target() {
    return new Target(this.ctx);
  }
}

export async function behaviour(assert, env) {
  const target = await env.OBJECTS.getByName('x').target();
  assert.equal(await target.ping(), 'pong');
  const waiting = told(target.wait());
  const broken = { name: 'Error', message: 'enough', remote: true, durableObjectReset: true };
  assert.deepEqual(await told(target.abort()), broken);
  assert.deepEqual(await waiting, broken);
  assert.deepEqual(await told(target.ping()), {
    name: 'Error',
    message: 'The execution context which hosts this callback is no longer running.',
  });
}
