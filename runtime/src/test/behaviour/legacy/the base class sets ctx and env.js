import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  seen() {
    return [this.ctx.id.name, typeof this.env.OBJECTS.get, Object.getOwnPropertyNames(this).join()];
  }
}

export async function behaviour(assert, env) {
  assert.deepEqual(await env.OBJECTS.getByName('a').seen(), ['a', 'function', 'ctx,env']);
  assert.deepEqual(Object.getOwnPropertyNames(DurableObject.prototype), ['constructor']);
}
