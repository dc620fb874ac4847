import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    if (ctx.props.fails) throw new RangeError('no constructor');
  }
  hello() {
    return 'hello';
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
    const failing = this.facet('one', { class: this.ctx.exports.Inner({ props: { fails: true } }) });
    return [await this.failure(() => failing.hello()), await this.facet('one').hello()];
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.deepEqual(await stub.run(), ['RangeError: no constructor', 'hello']);
}
