import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  ownName() {
    return this.ctx.id.name;
  }
}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  const id = env.OBJECTS.idFromName('a');
  for (const options of [undefined, null, {}, { locationHint: 'weur' }, { locationHint: 'mars' }, { routingMode: 'primary-only' }]) {
    assert.equal(await env.OBJECTS.get(id, options).ownName(), 'a');
    assert.equal(await env.OBJECTS.getByName('a', options).ownName(), 'a');
  }
}
