import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  const message = "parameter 1 is not of type 'string'.";
  assert.throws(() => env.OBJECTS.idFromName(), 'TypeError', `Failed to execute 'idFromName' on 'DurableObjectNamespace': ${message}`);
  assert.throws(() => env.OBJECTS.getByName(), 'TypeError', `Failed to execute 'getByName' on 'DurableObjectNamespace': ${message}`);
}
