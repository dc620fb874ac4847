import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  run() {
    const { 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return this.ctx.getWebSockets()[0] === server;
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.equal(await object.run(), true);
}
