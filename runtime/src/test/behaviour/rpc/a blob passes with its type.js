import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  echo(value) {
    return value;
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const { blob, name } = await stub.echo({ name: 'n', blob: new Blob(['hello ', 'world'], { type: 'text/plain' }) });
  assert(blob instanceof Blob);
  assert.equal(name, 'n');
  assert.equal(blob.type, 'text/plain');
  assert.equal(await blob.text(), 'hello world');
}
