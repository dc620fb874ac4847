import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  same() {
    const { ctx } = this;
    return ['id', 'storage', 'props', 'facets', 'exports'].every((name) => ctx[name] === ctx[name]);
  }
}

export async function behaviour(assert, env, ctx) {
  assert.equal(await env.OBJECTS.getByName('a').same(), true);
}
