import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {
  hello() {}
}
export class Subject extends DurableObject {
  facet(name, options = {}) {
    return this.ctx.facets.get(name, () => ({ class: this.ctx.exports.Inner, ...options }));
  }
  async failure(action) {
    try {
      await action();
      return 'nothing';
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  }
  async run() {
    const one = this.facet('one');
    await one.hello();
    this.ctx.facets.abort('one', 'a string');
    const two = this.facet('two');
    await two.hello();
    this.ctx.facets.abort('two', undefined);
    this.ctx.facets.abort('nobody', undefined);
    return [await this.failure(() => one.hello()), await this.failure(() => two.hello())];
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.deepEqual(await stub.run(), ['Error: a string', 'Error: undefined']);
}
