import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  field = 5;
  arrow = () => 'arrow';
  #secret = 'secret';
  #hidden() {
    return this.#secret;
  }
  static ofClass() {}
  constructor(ctx, env) {
    super(ctx, env);
    this.assigned = () => 'assigned';
  }
  reads() {
    return this.#hidden();
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  for (const name of ['field', 'arrow', '#secret', '#hidden', 'ofClass', 'assigned', 'ctx', 'env']) {
    await assert.rejects(stub[name](), 'TypeError', `The RPC receiver does not implement the method "${name}".`);
  }
  assert.equal(await stub.reads(), 'secret');
}
