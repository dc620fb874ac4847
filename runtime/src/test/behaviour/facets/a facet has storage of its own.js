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
    return [await this.facet('one').get('key'), await this.facet('two').get('key'), await this.ctx.storage.get('key')];
  }
  again() {
    return this.facet('one').get('key');
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.deepEqual(await stub.run(), [1, undefined, undefined]);
  assert.equal(await stub.again(), 1);
}
