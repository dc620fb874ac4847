import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  run() {
    const { 1: server } = new WebSocketPair();
    try {
      this.ctx.acceptWebSocket(server, [...'0123456789x']);
    } catch {}
    const before = this.ctx.getWebSockets().length;
    this.ctx.acceptWebSocket(server, ['right']);
    return [before, this.ctx.getTags(server)];
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.deepEqual(await object.run(), [0, ['right']]);
}
