import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  parts() {
    return [JSON.stringify(this.ctx.props), this.ctx.container, this.ctx.version, this.ctx.primaryStub, this.ctx.restore];
  }
}

export async function behaviour(assert, env, ctx) {
  assert.deepEqual(await env.OBJECTS.getByName('a').parts(), ['{}', undefined, undefined, undefined, undefined]);
}
