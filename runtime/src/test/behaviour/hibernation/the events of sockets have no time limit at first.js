import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  write(...millis) {
    this.ctx.setHibernatableWebSocketEventTimeout(...millis);
  }
  read() {
    return this.ctx.getHibernatableWebSocketEventTimeout();
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.equal(await object.read(), null);
}
