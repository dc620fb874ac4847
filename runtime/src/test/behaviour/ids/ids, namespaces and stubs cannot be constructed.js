import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  const id = env.OBJECTS.idFromName('a');
  for (const { constructor } of [env.OBJECTS, id, env.OBJECTS.get(id)]) {
    assert.throws(() => new constructor(), 'TypeError', 'Illegal constructor');
  }
}
