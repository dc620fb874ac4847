import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  copy() {
    const { id, storage, container } = { ...this.ctx };
    return [id === this.ctx.id, storage === this.ctx.storage, container === undefined];
  }
}

export async function behaviour(assert, env, ctx) {
  assert.deepEqual(await env.OBJECTS.getByName('a').copy(), [true, true, true]);
}
