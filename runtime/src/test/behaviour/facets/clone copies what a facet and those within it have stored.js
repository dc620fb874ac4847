import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {
  put(key, value) {
    return this.ctx.storage.put(key, value);
  }
  get(key) {
    return this.ctx.storage.get(key);
  }
  inner() {
    return this.ctx.facets.get('inner', () => ({ class: this.ctx.exports.Inner }));
  }
  putInner(key, value) {
    return this.inner().put(key, value);
  }
  getInner(key) {
    return this.inner().get(key);
  }
}
export class Subject extends DurableObject {
  facet(name, options = {}) {
    return this.ctx.facets.get(name, () => ({ class: this.ctx.exports.Inner, ...options }));
  }
  async run() {
    await this.facet('source').put('key', 1);
    await this.facet('source').putInner('key', 2);
    await this.facet('target').put('other', 3);
    this.ctx.facets.clone('source', 'target');
    const target = this.facet('target');
    const copied = [await target.get('key'), await target.getInner('key'), await target.get('other')];
    await target.put('key', 4);
    return [...copied, await this.facet('source').get('key')];
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.deepEqual(await stub.run(), [1, 2, undefined, 1]);
}
