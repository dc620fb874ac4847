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
    const tries = (ctx.storage.kv.get('tries') ?? 0) + 1;
    ctx.storage.kv.put('tries', tries);
    if (tries < 3) ctx.blockConcurrencyWhile(async () => {
      await ctx.storage.sync();
      throw new Error(`try ${tries}`);
    });
  }
  tries() {
    return this.ctx.storage.get('tries');
  }
}

export async function behaviour(assert, env) {
  assert.equal((await told(env.OBJECTS.getByName('x').tries())).message, 'try 1');
  assert.equal((await told(env.OBJECTS.getByName('x').tries())).message, 'try 2');
  assert.equal(await told(env.OBJECTS.getByName('x').tries()), 3);
}
