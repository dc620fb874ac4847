import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {
  put(key, value) {
    return this.ctx.storage.put(key, value);
  }
  get(key) {
    return this.ctx.storage.get(key);
  }
}
export class Subject extends DurableObject {
  facet(name, options = {}) {
    return this.ctx.facets.get(name, () => ({ class: this.ctx.exports.Inner, ...options }));
  }
  async run() {
    await this.facet('one').put('key', 1);
    this.ctx.facets.abort('one', new Error('over'));
    await this.ctx.storage.deleteAll();
    return this.facet('one').get('key');
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.equal(await stub.run(), undefined);
}
