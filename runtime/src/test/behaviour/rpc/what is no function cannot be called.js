import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  get number() {
    return 1;
  }
  get deep() {
    return { number: 1 };
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  await assert.rejects(stub.number(), 'TypeError', '"number" is not a function.');
  await assert.rejects(stub.deep.number(), 'TypeError', '"deep.number" is not a function.');
}
