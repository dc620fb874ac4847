import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  assert(!env.OBJECTS.idFromName('a').equals(env.OTHERS.idFromName('a')));
}
