import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  streams() {
    return [new Response('one').body, new Response('two').body];
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const [first, second] = await stub.streams();
  assert.equal(await new Response(first).text(), 'one');
  assert.equal(await new Response(second).text(), 'two');
}
