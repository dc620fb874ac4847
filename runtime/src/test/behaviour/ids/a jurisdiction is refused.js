import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  const message = 'Jurisdiction restrictions are not implemented in workerd.';
  for (const name of ['eu', 'us', 'fedramp', 'mars', '']) {
    assert.throws(() => env.OBJECTS.jurisdiction(name), 'Error', message);
    assert.throws(() => env.OBJECTS.newUniqueId({ jurisdiction: name }), 'Error', message);
  }
}
