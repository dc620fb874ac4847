import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  const same = (name, text) => assert(env.OBJECTS.idFromName(name).equals(env.OBJECTS.idFromName(text)));
  same(7, '7');
  same(null, 'null');
  same(undefined, 'undefined');
  same({}, '[object Object]');
  same({ toString: () => 'a' }, 'a');
  assert.throws(() => env.OBJECTS.idFromName(Symbol('a')), 'TypeError');
}
