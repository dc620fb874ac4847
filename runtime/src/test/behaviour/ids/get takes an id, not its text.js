import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  const message = "Failed to execute 'get' on 'DurableObjectNamespace': parameter 1 is not of type 'DurableObjectId'.";
  const id = env.OBJECTS.idFromName('a');
  for (const wrong of [undefined, null, 'a', id.toString(), {}, { toString: () => id.toString() }]) {
    assert.throws(() => env.OBJECTS.get(wrong), 'TypeError', message);
  }
}
