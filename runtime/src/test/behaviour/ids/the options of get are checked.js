import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  const id = env.OBJECTS.idFromName('a');
  assert.throws(
    () => env.OBJECTS.get(id, 5),
    'TypeError',
    "Failed to execute 'get' on 'DurableObjectNamespace': parameter 2 is not of type 'GetDurableObjectOptions'."
  );
  assert.throws(() => env.OBJECTS.get(id, { routingMode: 'other' }), 'RangeError', 'unknown routingMode: other');
  assert.throws(() => env.OBJECTS.getByName('a', { routingMode: null }), 'RangeError', 'unknown routingMode: null');
  assert.throws(
    () => env.OBJECTS.get(id, { version: 5 }),
    'TypeError',
    "Incorrect type for the 'version' field on 'GetDurableObjectOptions': the provided value is not of type 'VersionOptions'."
  );
}
