import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  take() {}
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  await assert.rejects(stub.take(Promise.resolve()), 'DataCloneError', '#<Promise> could not be cloned.');
  await assert.rejects(stub.take(Symbol('s')), 'DataCloneError', 'Symbol(s) could not be cloned.');
}
