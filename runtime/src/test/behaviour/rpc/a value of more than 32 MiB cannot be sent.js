import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  take() {}
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  let error;
  try {
    await stub.take(new Uint8Array(33 << 20));
  } catch (e) {
    error = e;
  }
  assert(
    error.message.startsWith(
      'Serialized RPC arguments or return values are limited to 32MiB, but the size of this value was: '
    ),
    error.message
  );
}
