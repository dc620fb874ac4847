import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  get deep() {
    return {};
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  await assert.rejects(stub.nothing(), 'TypeError', 'The RPC receiver does not implement the method "nothing".');
  await assert.rejects(stub.deep.nothing(), 'TypeError', 'The RPC receiver does not implement the method "nothing".');
  await assert.rejects(stub.a.b.c(), 'TypeError', 'The RPC receiver does not implement the method "a".');
}
