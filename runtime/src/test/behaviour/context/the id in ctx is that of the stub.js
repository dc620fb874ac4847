import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  id() {}
  ownId() {
    const { id } = this.ctx;
    return [id.toString(), id.name, id.equals(this.env.OBJECTS.idFromName('a')), id.constructor.name];
  }
}

export async function behaviour(assert, env, ctx) {
  const id = env.OBJECTS.idFromName('a');
  assert.deepEqual(await env.OBJECTS.get(id).ownId(), [id.toString(), 'a', true, 'DurableObjectId']);
}
