import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  echo(value) {
    return value;
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const exception = await stub.echo(new DOMException('gone', 'NotFoundError'));
  assert(exception instanceof DOMException);
  assert.equal(exception.name, 'NotFoundError');
  assert.equal(exception.message, 'gone');
  assert.equal(exception.code, 8);
}
