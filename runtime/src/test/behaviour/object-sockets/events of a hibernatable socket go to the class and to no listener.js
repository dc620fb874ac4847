import { DurableObject } from 'cloudflare:workers';
import { connect } from './client.js';

export class Subject extends DurableObject {
  fetch() {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    server.addEventListener('message', () => server.send('by the listener'));
    server.onmessage = () => server.send('by the attribute');
    return new Response(null, { status: 101, webSocket: client });
  }
  webSocketMessage(socket) {
    socket.send('by the class');
    socket.send('end');
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const client = await connect(object);
  assert.equal(await client.ask('hello'), 'by the class');
  assert.equal(await client.next(), 'end');
}
