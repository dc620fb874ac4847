import { DurableObject, RpcTarget } from 'cloudflare:workers';

export class Inner extends DurableObject {
  call(callback) {
    return callback('x');
  }
  target() {
    return new Target();
  }
}
export class Subject extends DurableObject {
  facet(name, options = {}) {
    return this.ctx.facets.get(name, () => ({ class: this.ctx.exports.Inner, ...options }));
  }
  async run() {
    using target = await this.facet('one').target();
    return [await this.facet('one').call((text) => `${text}y`), await target.hello()];
  }
}
class Target extends RpcTarget {
  hello() {
    return 'hello';
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.deepEqual(await stub.run(), ['xy', 'hello']);
}
