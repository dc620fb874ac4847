import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  echo(value) {
    return value;
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const error = await stub.echo(new TypeError('as value', { cause: 'why' }));
  assert(error instanceof TypeError);
  assert.equal(error.message, 'as value');
  assert.equal(error.cause, 'why');
}
