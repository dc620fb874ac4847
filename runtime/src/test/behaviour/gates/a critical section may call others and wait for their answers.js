import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  hello(name) {
    return `hello ${name}`;
  }
  async fetch() {
    return new Response('fetched');
  }
  ask() {
    return this.ctx.blockConcurrencyWhile(async () => {
      const other = this.env.OBJECTS.getByName('other');
      return [await other.hello('you'), await (await other.fetch('http://x/')).text()];
    });
  }
}

export async function behaviour(assert, env) {
  assert.deepEqual(await env.OBJECTS.getByName('x').ask(), ['hello you', 'fetched']);
}
