import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {

}
export class Subject extends DurableObject {
  facet(name, options = {}) {
    return this.ctx.facets.get(name, () => ({ class: this.ctx.exports.Inner, ...options }));
  }
  hello() {
    return 'hello from a facet';
  }
  run() {
    return this.facet('one', { class: this.ctx.exports.Subject }).hello();
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.equal(await stub.run(), 'hello from a facet');
}
