import { DurableObject, RpcStub } from 'cloudflare:workers';

export class Subject extends DurableObject {}

export async function behaviour(assert, env, ctx) {
  const refused = 'RpcStubs can only wrap plain objects, functions, and RpcTarget derivatives.';
  assert.throws(() => new RpcStub(new Map()), 'TypeError', refused);
  assert.throws(() => new RpcStub(new (class A {})()), 'TypeError', refused);
}
