//! {"$variants": ["disk", "memory"]}
import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {
  count = 0;
  next() {
    return ++this.count;
  }
}
export class Subject extends DurableObject {
  facet(name, options = {}) {
    return this.ctx.facets.get(name, () => ({ class: this.ctx.exports.Inner, ...options }));
  }
  run() {
    const facet = this.ctx.facets.get('one', async () => {
      await scheduler.wait(5);
      return { class: this.ctx.exports.Inner };
    });
    return Promise.all([facet.next(), facet.next(), facet.next()]);
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.deepEqual(await stub.run(), [1, 2, 3]);
}
