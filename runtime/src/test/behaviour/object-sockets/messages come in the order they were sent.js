import { DurableObject } from 'cloudflare:workers';
import { connect } from './client.js';

export class Subject extends DurableObject {
  fetch() {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }
  async webSocketMessage(socket, message) {
    await this.ctx.storage.put('last', message);
    socket.send(message);
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const client = await connect(object);
  const sent = Array.from({ length: 30 }, (_, i) => `message ${i}`);
  for (const message of sent) client.socket.send(message);
  for (const message of sent) assert.equal(await client.next(), message);
}
