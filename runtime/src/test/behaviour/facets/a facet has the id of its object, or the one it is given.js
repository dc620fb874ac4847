import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {
  ownId() {
    const { id } = this.ctx;
    return typeof id === 'string' ? id : [id.toString(), id.name];
  }
}
export class Subject extends DurableObject {
  facet(name, options = {}) {
    return this.ctx.facets.get(name, () => ({ class: this.ctx.exports.Inner, ...options }));
  }
  async run() {
    const { OBJECTS } = this.env;
    return [
      await this.facet('one').ownId(),
      await this.facet('two', { id: 'my own' }).ownId(),
      await this.facet('three', { id: OBJECTS.idFromName('b') }).ownId(),
      await this.facet('four', { id: 5 }).ownId(),
    ];
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  const [a, b] = ['a', 'b'].map((name) => env.OBJECTS.idFromName(name));
  assert.deepEqual(await stub.run(), [[a.toString(), 'a'], 'my own', [b.toString(), 'b'], '5']);
}
