import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  assert.equal(env.OBJECTS.getExisting, undefined);
  assert.equal(env.OBJECTS.list, undefined);
}
