import { DurableObject } from 'cloudflare:workers';

const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export class Subject extends DurableObject {
  order = [];
  async fetch(request) {
    const [client, server] = Object.values(new WebSocketPair());
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }
  async webSocketMessage(socket, message) {
    if (message === 'block') {
      await this.ctx.blockConcurrencyWhile(async () => {
        await sleep(30);
        socket.send('section ends');
      });
    } else {
      socket.send(message);
    }
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
  socket.send('block');
  socket.send('one');
  socket.send('two');
  await three;
  assert.deepEqual(received, ['section ends', 'one', 'two']);
}
