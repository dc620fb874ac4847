import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {
  async fetch(request) {
    return new Response(`${request.method} ${request.url} ${await request.text()}`);
  }
}
export class Subject extends DurableObject {
  facet(name, options = {}) {
    return this.ctx.facets.get(name, () => ({ class: this.ctx.exports.Inner, ...options }));
  }
  async run() {
    const response = await this.facet('one').fetch('http://host/path', { method: 'POST', body: 'text' });
    return response.text();
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.equal(await stub.run(), 'POST http://host/path text');
}
