import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {
  hello() {}
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
  run() {
    const { facets } = this.ctx;
    const start = (name, options) => this.failure(() => facets.get(name, () => options).hello());
    return Promise.all([start('one', {}), start('two', { class: Inner }), start('three', { class: this.env.OBJECTS }), start('four', 5)]);
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  const wrong =
    "TypeError: Incorrect type for the 'class' field on 'StartupOptions': the provided value is not of type " +
    "'DurableObjectClass or LoopbackDurableObjectNamespace or LoopbackColoLocalActorNamespace'.";
  assert.deepEqual(await stub.run(), [wrong, wrong, wrong, "TypeError: Callback returned incorrect type; expected 'Promise'"]);
}
