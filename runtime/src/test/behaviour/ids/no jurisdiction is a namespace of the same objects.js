import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  ownName() {
    return this.ctx.id.name;
  }
}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  for (const none of [env.OBJECTS.jurisdiction(), env.OBJECTS.jurisdiction(undefined), env.OBJECTS.jurisdiction(null)]) {
    assert(none !== env.OBJECTS);
    assert(none.idFromName('a').equals(env.OBJECTS.idFromName('a')));
    assert.equal(await none.get(env.OBJECTS.idFromName('a')).ownName(), 'a');
  }
  for (const jurisdiction of [undefined, null]) assert.equal(env.OBJECTS.newUniqueId({ jurisdiction }).jurisdiction, undefined);
}
