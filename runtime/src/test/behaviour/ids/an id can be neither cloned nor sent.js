import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  take() {}
}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  const id = env.OBJECTS.idFromName('a');
  const message = 'Could not serialize object of type "DurableObjectId". This type does not support serialization.';
  assert.throws(() => structuredClone(id), 'DataCloneError', message);
  await assert.rejects(env.OBJECTS.get(id).take(id), 'DataCloneError', message);
}
