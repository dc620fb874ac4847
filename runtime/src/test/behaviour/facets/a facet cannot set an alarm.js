import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {
  set() {
    return this.ctx.storage.setAlarm(Date.now() + 60_000);
  }
  get() {
    return this.ctx.storage.getAlarm();
  }
  alarm() {}
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
    return [await this.facet('one').get(), await this.failure(() => this.facet('two').set())];
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.deepEqual(await stub.run(), [null, 'Error: Facets currently cannot set alarms.']);
}
