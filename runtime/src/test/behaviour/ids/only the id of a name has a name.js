import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  const { OBJECTS } = env;
  assert.equal(OBJECTS.idFromName('a').name, 'a');
  assert.equal(OBJECTS.idFromName('').name, '');
  assert.equal(OBJECTS.newUniqueId().name, undefined);
  assert.equal(OBJECTS.idFromString(OBJECTS.idFromName('a').toString()).name, undefined);
}
