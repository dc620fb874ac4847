import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  alarm() {}
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await assert.rejects(object.alarm(), 'TypeError', "'alarm' is a reserved method and cannot be called over RPC.");
}
