import { DurableObject, RpcStub } from 'cloudflare:workers';

export class Subject extends DurableObject {}

export async function behaviour(assert, env, ctx) {
  let path = new RpcStub({});
  let depth = 0;
  assert.throws(
    () => {
      for (; depth < 100; depth++) path = path.x;
    },
    'TypeError',
    'RPC pipelined property path is too deep (max 64).'
  );
  assert(depth >= 64);
}
