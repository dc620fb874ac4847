//! {"$variants": ["disk", "memory"]}
import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {
  count = 0;
  fail() {
    this.count++;
    throw new TypeError('failed');
  }
  read() {
    return this.count;
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
    return [await this.failure(() => this.facet('one').fail()), await this.facet('one').read()];
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.deepEqual(await stub.run(), ['TypeError: failed', 1]);
}
