import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  const methods = ['newUniqueId', 'idFromName', 'idFromString', 'get', 'getByName', 'jurisdiction'];
  assert.deepEqual(Object.getOwnPropertyNames(env.OBJECTS), []);
  assert.deepEqual(Object.keys(Object.getPrototypeOf(env.OBJECTS)), methods);
  assert.equal(JSON.stringify(env.OBJECTS), '{}');
}
