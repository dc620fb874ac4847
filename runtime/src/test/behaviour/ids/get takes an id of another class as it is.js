import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  ownName() {
    return this.ctx.id.name;
  }
}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  const id = env.OTHERS.idFromName('a');
  const stub = env.OBJECTS.get(id);
  assert.equal(stub.id, id);
  assert.equal(await stub.ownName(), 'a');
}
