import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {
  hello() {
    return 'hello';
  }
  end() {
    this.ctx.abort('enough');
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
    const stub = this.facet('one');
    await stub.hello();
    const end = await this.failure(() => stub.end());
    return [end, await this.failure(() => stub.hello()), await this.facet('one').hello()];
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.deepEqual(await stub.run(), ['Error: enough', 'Error: enough', 'hello']);
}
