import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  for (const id of [env.OBJECTS.newUniqueId(), env.OBJECTS.idFromName('a')]) assert(/^[0-9a-f]{64}$/.test(String(id)));
  const upper = env.OBJECTS.idFromName('a').toString().toUpperCase();
  assert.equal(env.OBJECTS.idFromString(upper).toString(), upper.toLowerCase());
}
