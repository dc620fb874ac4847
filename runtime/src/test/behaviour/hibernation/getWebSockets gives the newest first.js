import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  open() {
    for (const tag of ['1', '2', '3']) {
      const { 1: server } = new WebSocketPair();
      this.ctx.acceptWebSocket(server, [tag, 'all']);
    }
  }
  get() {
    return this.ctx.getWebSockets().map((socket) => this.ctx.getTags(socket)[0]);
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.deepEqual(await object.get(), []);
  await object.open();
  assert.deepEqual(await object.get(), ['3', '2', '1']);
}
