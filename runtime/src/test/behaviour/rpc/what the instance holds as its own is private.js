import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  number = 1;
  constructor(ctx, env) {
    super(ctx, env);
    this.secret = () => 'never';
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const missing = (name) => `The RPC receiver does not implement the method "${name}".`;
  await assert.rejects(stub.secret(), 'TypeError', missing('secret'));
  await assert.rejects(stub.number, 'TypeError', missing('number'));
  await assert.rejects(stub.env, 'TypeError', missing('env'));
  await assert.rejects(stub.ctx.id, 'TypeError', missing('ctx'));
}
