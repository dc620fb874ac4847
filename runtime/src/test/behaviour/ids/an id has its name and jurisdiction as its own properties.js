import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  const id = env.OBJECTS.idFromName('a');
  assert.deepEqual(Object.keys(id).sort(), ['jurisdiction', 'name']);
  assert.equal(id.jurisdiction, undefined);
  const { value, writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(id, 'name');
  assert.deepEqual([value, writable, enumerable, configurable], ['a', false, true, true]);
  assert.throws(() => {
    id.name = 'b';
  }, 'TypeError');
  assert.deepEqual(Object.keys(Object.getPrototypeOf(id)), ['toString', 'equals']);
}
