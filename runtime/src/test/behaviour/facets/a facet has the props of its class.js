import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {
  props() {
    return this.ctx.props;
  }
}
export class Subject extends DurableObject {
  facet(name, options = {}) {
    return this.ctx.facets.get(name, () => ({ class: this.ctx.exports.Inner, ...options }));
  }
  async run() {
    const { Inner } = this.ctx.exports;
    return [await this.facet('one').props(), await this.facet('two', { class: Inner({ props: { a: 1 } }) }).props()].map((props) => JSON.stringify(props));
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.deepEqual(await stub.run(), ['{}', '{"a":1}']);
}
