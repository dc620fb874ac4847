import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
  constructor(ctx, env) {
    super(ctx, env);
    this.own = () => 'never';
  }
}

export async function behaviour(assert, env, ctx) {
  await assert.rejects(env.NAMED.own(), 'TypeError', 'The RPC receiver does not implement the method "own".');
  await assert.rejects(env.NAMED.env, 'TypeError', 'The RPC receiver does not implement the method "env".');
}
