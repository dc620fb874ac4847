//! {"$variants": ["disk", "memory"]}
import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {
  count = 0;
  async add() {
    await this.ctx.storage.put('kept', true);
    return ++this.count;
  }
  async read() {
    return [this.count, await this.ctx.storage.get('kept')];
  }
}
export class Subject extends DurableObject {
  facet(name, options = {}) {
    return this.ctx.facets.get(name, () => ({ class: this.ctx.exports.Inner, ...options }));
  }
  async run() {
    await this.facet('one').add();
    this.ctx.facets.abort('one', new Error('over'));
    return this.facet('one').read();
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.deepEqual(await stub.run(), [0, true]);
}
