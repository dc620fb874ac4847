import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {
  hello() {}
}
export class Subject extends DurableObject {
  facet(name, options = {}) {
    return this.ctx.facets.get(name, () => ({ class: this.ctx.exports.Inner, ...options }));
  }
  async run() {
    let starts = 0;
    const get = () =>
      this.ctx.facets.get('one', () => {
        starts++;
        return { class: this.ctx.exports.Inner };
      });
    get();
    const before = starts;
    await get().hello();
    await get().hello();
    return [before, starts];
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.deepEqual(await stub.run(), [0, 1]);
}
