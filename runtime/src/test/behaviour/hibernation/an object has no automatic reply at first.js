import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  get() {
    return this.ctx.getWebSocketAutoResponse();
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.equal(await object.get(), null);
}
