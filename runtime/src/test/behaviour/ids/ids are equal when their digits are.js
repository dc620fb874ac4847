import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  const { OBJECTS } = env;
  const id = OBJECTS.idFromName('a');
  assert(id.equals(OBJECTS.idFromName('a')));
  assert(id.equals(OBJECTS.idFromString(id.toString())));
  assert(!id.equals(OBJECTS.idFromName('b')));
  assert(!OBJECTS.newUniqueId().equals(OBJECTS.newUniqueId()));
  assert(id !== OBJECTS.idFromName('a'));
}
