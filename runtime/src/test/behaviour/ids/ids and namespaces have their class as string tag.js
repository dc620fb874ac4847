import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  assert.equal(String(env.OBJECTS), '[object DurableObjectNamespace]');
  assert.equal(Object.prototype.toString.call(env.OBJECTS.newUniqueId()), '[object DurableObjectId]');
  assert.equal(env.OBJECTS.constructor.name, 'DurableObjectNamespace');
}
