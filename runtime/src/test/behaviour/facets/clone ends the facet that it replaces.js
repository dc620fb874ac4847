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
  async failure(action) {
    try {
      await action();
      return 'nothing';
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  }
  async run() {
    const target = this.facet('target');
    await target.put('key', 1);
    this.ctx.facets.clone('nobody', 'target');
    const failure = await this.failure(() => target.get('key'));
    await this.facet('same').put('key', 1);
    this.ctx.facets.clone('same', 'same');
    return [failure, await this.facet('target').get('key'), await this.facet('same').get('key')];
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.deepEqual(await stub.run(), ['Error: Facet was cloned-over.', undefined, 1]);
}
