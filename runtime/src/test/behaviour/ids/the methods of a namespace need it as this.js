import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  const { idFromName, newUniqueId, get } = env.OBJECTS;
  assert.throws(() => idFromName('a'), 'TypeError');
  assert.throws(() => newUniqueId(), 'TypeError');
  assert.throws(() => get(env.OBJECTS.newUniqueId()), 'TypeError');
}
