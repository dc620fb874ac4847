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
  for (const nothing of [[], [undefined], [null], [0]]) {
    await object.write(1000);
    assert.equal(await object.read(), 1000);
    await object.write(...nothing);
    assert.equal(await object.read(), null);
  }
}
