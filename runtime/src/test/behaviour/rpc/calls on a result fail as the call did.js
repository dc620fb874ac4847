import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  fail() {
    throw new RangeError('no');
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  await assert.rejects(stub.fail().anything(), 'RangeError', 'no');
  await assert.rejects(stub.fail().some.where, 'RangeError', 'no');
}
