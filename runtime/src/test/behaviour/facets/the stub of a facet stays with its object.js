import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {
  take() {}
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
    const stub = this.facet('one');
    return [
      await this.failure(() => this.facet('two').take(stub)),
      await this.failure(() => structuredClone(stub)),
      await this.failure(() => this.ctx.storage.put('stub', stub)),
    ];
  }
  give() {
    return this.facet('one');
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  const message = 'Stubs pointing to Durable Object facets are not serializable.';
  assert.deepEqual(await stub.run(), [`DataCloneError: ${message}`, `DataCloneError: ${message}`, `DataCloneError: ${message}`]);
  await assert.rejects(stub.give(), 'DataCloneError', message);
}
