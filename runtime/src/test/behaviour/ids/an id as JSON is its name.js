import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  assert.equal(JSON.stringify(env.OBJECTS.idFromName('a')), '{"name":"a"}');
  assert.equal(JSON.stringify(env.OBJECTS.newUniqueId()), '{}');
}
