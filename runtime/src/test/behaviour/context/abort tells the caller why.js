import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  end(...reason) {
    this.ctx.abort(...reason);
  }
  hello() {
    return 'hello';
  }
}

export async function behaviour(assert, env, ctx) {
  const end = (...reason) => env.OBJECTS.getByName('a').end(...reason);
  await assert.rejects(end('my reason'), 'Error', 'my reason');
  await assert.rejects(end(), 'Error', 'Application called abort() to reset Durable Object.');
  await assert.rejects(end(5), 'Error', '5');
  assert.equal(await env.OBJECTS.getByName('a').hello(), 'hello');
}
