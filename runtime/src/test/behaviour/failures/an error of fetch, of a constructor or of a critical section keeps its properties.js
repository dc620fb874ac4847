import { DurableObject } from 'cloudflare:workers';

const broken = (message) => Object.assign(new RangeError(message), { retryable: true, code: 5, details: { at: [1] } });

export class Subject extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    if (ctx.id.name === 'constructor') throw broken('constructor');
    if (ctx.id.name === 'section') ctx.blockConcurrencyWhile(() => Promise.reject(broken('section')));
  }
  fetch() {
    throw this.ctx.id.name === 'object' ? { message: 'an object', code: 6 } : broken('fetch');
  }
  call() {}
}

async function told(promise) {
  try {
    await promise;
  } catch (error) {
    const { message, code, details, remote, durableObjectReset } = error;
    return [error.constructor.name, message, code, details, remote, durableObjectReset];
  }
}

export async function behaviour(assert, env) {
  const fetched = (name) => told(env.OBJECTS.getByName(name).fetch('http://x/'));
  const called = (name) => told(env.OBJECTS.getByName(name).call());
  const details = { at: [1] };
  assert.deepEqual(await fetched('x'), ['RangeError', 'fetch', 5, details, true, undefined]);
  assert.deepEqual(await fetched('object'), ['Object', 'an object', 6, undefined, true, undefined]);
  for (const name of ['constructor', 'section']) {
    assert.deepEqual(await fetched(name), ['RangeError', name, 5, details, true, true]);
    assert.deepEqual(await called(name), ['RangeError', name, 5, details, undefined, true]);
  }
}
