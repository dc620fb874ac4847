import { DurableObject, RpcStub } from 'cloudflare:workers';

export class Subject extends DurableObject {
  nothing() {}
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const get = async () => stub;
  assert.equal((await get()).name, 'x');
  assert.equal(stub.then, undefined);
  const counter = new RpcStub({});
  assert.equal(counter.then, undefined);
}
