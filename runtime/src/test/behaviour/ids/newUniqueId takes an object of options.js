import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  const message = "Failed to execute 'newUniqueId' on 'DurableObjectNamespace': parameter 1 is not of type 'NewUniqueIdOptions'.";
  assert.throws(() => env.OBJECTS.newUniqueId('eu'), 'TypeError', message);
  assert.throws(() => env.OBJECTS.newUniqueId(5), 'TypeError', message);
  env.OBJECTS.newUniqueId(null);
  env.OBJECTS.newUniqueId({ other: true });
}
