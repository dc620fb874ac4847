import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {
  deeper(levels) {
    if (levels === 0) return 'bottom';
    return this.ctx.facets.get('next', () => ({ class: this.ctx.exports.Inner })).deeper(levels - 1);
  }
}
export class Subject extends DurableObject {
  facet(name, options = {}) {
    return this.ctx.facets.get(name, () => ({ class: this.ctx.exports.Inner, ...options }));
  }
  run(levels) {
    return this.facet('one').deeper(levels);
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.equal(await stub.run(2), 'bottom');
  const message = 'Facet nesting depth limit exceeded. The maximum depth including the root Durable Object is 4.';
  await assert.rejects(stub.run(3), 'Error', message);
}
