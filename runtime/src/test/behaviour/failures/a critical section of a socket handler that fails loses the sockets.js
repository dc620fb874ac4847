import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  fetch() {
    const [client, server] = Object.values(new WebSocketPair());
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }
  webSocketMessage() {
    this.ctx.blockConcurrencyWhile(async () => {
      throw new Error('of a handler');
    });
  }
  sockets() {
    return this.ctx.getWebSockets().length;
  }
}

export async function behaviour(assert, env) {
  const response = await env.OBJECTS.getByName('x').fetch('http://x/', { headers: { Upgrade: 'websocket' } });
  const socket = response.webSocket;
  const closed = new Promise((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)));
  socket.accept();
  socket.send('go');
  assert.equal(await closed, 1006);
  assert.equal(await env.OBJECTS.getByName('x').sockets(), 0);
}
