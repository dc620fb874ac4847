import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  const lone = env.OBJECTS.idFromName('\ud800');
  assert.equal(lone.toString(), '173982adac192b44843913b002c98f289e33a17baa8e1394adf86a1d6aaa7d0d');
  assert(!lone.equals(env.OBJECTS.idFromName('\ufffd')));
  assert.equal(env.OBJECTS.idFromName('a\ud800b').name, 'a\ufffd\ufffd\ufffdb');
}
