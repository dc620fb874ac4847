import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  fetch() {
    const [client, server] = Object.values(new WebSocketPair());
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }
  webSocketMessage(socket) {
    socket.send('before');
    this.ctx.storage.put('k', 1);
    socket.send('after');
    this.ctx.abort('enough');
  }
  read() {
    return this.ctx.storage.get('k');
  }
}

export async function behaviour(assert, env) {
  const response = await env.OBJECTS.getByName('x').fetch('http://x/', { headers: { Upgrade: 'websocket' } });
  const socket = response.webSocket;
  const received = [];
  socket.addEventListener('message', ({ data }) => received.push(data));
  const closed = new Promise((resolve) => socket.addEventListener('close', resolve));
  socket.accept();
  socket.send('go');
  await closed;
  assert.equal(received.includes('after'), false);
  assert.equal(await env.OBJECTS.getByName('x').read(), undefined);
}
