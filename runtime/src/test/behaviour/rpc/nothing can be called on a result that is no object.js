import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  number() {
    return 5;
  }
  map() {
    return new Map();
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const missing = 'The RPC receiver does not implement the method "foo".';
  await assert.rejects(stub.number().foo(), 'TypeError', missing);
  await assert.rejects(stub.map().foo(), 'TypeError', missing);
}
