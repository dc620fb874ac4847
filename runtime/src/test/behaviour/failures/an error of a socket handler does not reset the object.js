import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  fetch() {
    const [client, server] = Object.values(new WebSocketPair());
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }
  webSocketMessage(socket, message) {
    if (message === 'throw') throw new Error('of a handler');
    socket.send(message);
  }
}

export async function behaviour(assert, env) {
  const response = await env.OBJECTS.getByName('x').fetch('http://x/', { headers: { Upgrade: 'websocket' } });
  const socket = response.webSocket;
  const received = new Promise((resolve) => socket.addEventListener('message', ({ data }) => resolve(data)));
  socket.accept();
  socket.send('throw');
  socket.send('after it');
  assert.equal(await received, 'after it');
}
