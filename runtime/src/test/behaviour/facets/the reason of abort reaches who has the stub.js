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
    const held = this.facet('held');
    await held.hello();
    this.ctx.facets.abort('held', new RangeError('my reason'));
    return this.failure(() => held.hello());
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.equal(await stub.run(), 'RangeError: my reason');
}
