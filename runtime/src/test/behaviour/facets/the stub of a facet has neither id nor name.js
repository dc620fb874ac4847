import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {
  id() {
    return 'method id';
  }
  name() {
    return 'method name';
  }
}
export class Subject extends DurableObject {
  facet(name, options = {}) {
    return this.ctx.facets.get(name, () => ({ class: this.ctx.exports.Inner, ...options }));
  }
  async run() {
    const stub = this.facet('one');
    return [stub.constructor.name, String(stub), Object.keys(stub).length, await stub.id(), await stub.name()];
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.deepEqual(await stub.run(), ['ServiceStub', '[object Fetcher]', 0, 'method id', 'method name']);
}
