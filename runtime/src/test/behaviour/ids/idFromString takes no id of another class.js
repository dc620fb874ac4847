import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  const message = 'Durable Object ID is not valid for this namespace.';
  assert.throws(() => env.OBJECTS.idFromString(env.OTHERS.idFromName('a').toString()), 'TypeError', message);
  assert.throws(() => env.OBJECTS.idFromString(env.OTHERS.newUniqueId().toString()), 'TypeError', message);
  assert.throws(() => env.OBJECTS.idFromString('0'.repeat(64)), 'TypeError', message);
}
