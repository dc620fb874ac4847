import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {
  hello() {
    return 'hello';
  }
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
    const failing = this.ctx.facets.get('one', () => {
      throw new RangeError('no class');
    });
    const failures = [await this.failure(() => failing.hello()), await this.failure(() => this.facet('one').hello())];
    this.ctx.facets.abort('one', new Error('over'));
    return [...failures, await this.facet('one').hello()];
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.deepEqual(await stub.run(), ['RangeError: no class', 'RangeError: no class', 'hello']);
}
