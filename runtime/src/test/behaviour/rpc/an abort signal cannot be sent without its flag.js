import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  take() {}
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  await assert.rejects(
    stub.take(new AbortController().signal),
    'DataCloneError',
    'AbortSignal serialization is not enabled.'
  );
}
