import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async fetch() {
    const [client, server] = Object.values(new WebSocketPair());
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }
  async webSocketMessage(socket) {
    socket.send('before a write');
    await this.ctx.storage.put('k', 1);
    socket.send('after a write');
    await this.ctx.storage.put('k', 2);
    socket.send('after another');
  }
}

export async function behaviour(assert, env) {
  const response = await env.OBJECTS.getByName('x').fetch('http://x/', { headers: { Upgrade: 'websocket' } });
  const socket = response.webSocket;
  const received = [];
  const three = new Promise((resolve) => {
    socket.addEventListener('message', ({ data }) => {
      received.push(data);
      if (received.length === 3) resolve();
    });
  });
  socket.accept();
  socket.send('go');
  await three;
  assert.deepEqual(received, ['before a write', 'after a write', 'after another']);
}
