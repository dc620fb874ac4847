import { DurableObject } from 'cloudflare:workers';

class Plain {
  greet() {}
}

export class Subject extends DurableObject {
  get holder() {
    return { plain: new Plain(), bare: Object.assign(Object.create(null), { x: 1 }) };
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const missing = (name) => `The RPC receiver does not implement the method "${name}".`;
  await assert.rejects(stub.holder.plain.greet(), 'TypeError', missing('plain'));
  await assert.rejects(stub.holder.bare.x, 'TypeError', missing('bare'));
}
