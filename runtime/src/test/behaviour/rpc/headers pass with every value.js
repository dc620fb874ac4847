import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  echo(value) {
    return value;
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const sent = new Headers({ 'x-a': '1' });
  sent.append('set-cookie', 'a=1');
  sent.append('set-cookie', 'b=2');
  const headers = await stub.echo(sent);
  assert(headers instanceof Headers);
  assert.equal(headers.get('X-A'), '1');
  assert.deepEqual(headers.getSetCookie(), ['a=1', 'b=2']);
  assert.deepEqual([...(await stub.echo(new Headers()))], []);
}
