import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  run() {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server, ['tag']);
    this.client = client;
    server.close(1000, 'enough');
    return this.ctx.getWebSockets('tag').map((socket) => socket.readyState);
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.deepEqual(await object.run(), [WebSocket.CLOSING]);
}
