import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {

}
export class Subject extends DurableObject {
  facet(name, options = {}) {
    return this.ctx.facets.get(name, () => ({ class: this.ctx.exports.Inner, ...options }));
  }
  async run() {
    const facet = this.facet('one', { class: this.ctx.exports.Plain });
    return (await facet.fetch('http://host/')).text();
  }
}
export class Plain {
  constructor(state) {
    this.state = state;
  }
  fetch() {
    return new Response(`plain ${this.state.id.name}`);
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.equal(await stub.run(), 'plain a');
}
