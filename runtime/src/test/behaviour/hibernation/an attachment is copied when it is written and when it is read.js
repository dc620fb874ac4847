import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  run() {
    const { 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    const value = { n: 1 };
    server.serializeAttachment(value);
    value.n = 2;
    const one = server.deserializeAttachment();
    one.n = 3;
    return [one === server.deserializeAttachment(), server.deserializeAttachment().n];
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.deepEqual(await object.run(), [false, 1]);
}
