import { WorkerEntrypoint, ServiceStub, RpcProperty } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {}

export async function behaviour(assert, env, ctx) {
  assert(env.NAMED instanceof ServiceStub);
  assert.equal(env.NAMED.then, undefined);
  assert(env.NAMED.anything instanceof RpcProperty);
}
