import { DurableObject } from 'cloudflare:workers';
import { connect } from './client.js';

export class Subject extends DurableObject {
  fetch() {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }
  async webSocketMessage(socket, message) {
    this.ctx.blockConcurrencyWhile(async () => {
      throw new Error('not today');
    });
  }
  left() {
    return [this.ctx.getWebSockets().length, this.ctx.getWebSocketAutoResponse()];
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const client = await connect(object);
  const closed = await client.ask('break');
  assert.deepEqual(closed, ['closed', 1006, 'WebSocket disconnected without sending Close frame.', false]);
  assert.deepEqual(await env.OBJECTS.getByName('a').left(), [0, null]);
}
