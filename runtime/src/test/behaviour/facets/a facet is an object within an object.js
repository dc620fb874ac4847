import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {
  hello(name) {
    return `hello ${name}`;
  }
}
export class Subject extends DurableObject {
  facet(name, options = {}) {
    return this.ctx.facets.get(name, () => ({ class: this.ctx.exports.Inner, ...options }));
  }
  run() {
    return this.facet('one').hello('you');
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.equal(await stub.run(), 'hello you');
}
