import { DurableObject } from 'cloudflare:workers';
import { connect } from './client.js';

export class Subject extends DurableObject {
  fetch() {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }
  webSocketMessage(socket, message) {
    socket.send(typeof message === 'string' ? `echo ${message}` : message);
  }
}

export async function behaviour(assert, env) {
  const response = await env.OBJECTS.getByName('a').fetch('http://object/', { headers: { Upgrade: 'websocket' } });
  const passed = new Response(null, { status: 101, webSocket: response.webSocket });
  const { webSocket } = passed;
  webSocket.accept();
  const message = new Promise((resolve) => webSocket.addEventListener('message', ({ data }) => resolve(data)));
  webSocket.send('hello');
  assert.equal(await message, 'echo hello');
}
