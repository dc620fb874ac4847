import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  const id = env.OBJECTS.idFromName('a');
  assert(env.OBJECTS.idFromString(id).equals(id));
}
