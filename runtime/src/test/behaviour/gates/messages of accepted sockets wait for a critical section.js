import { DurableObject } from 'cloudflare:workers';

const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export class Subject extends DurableObject {
  async fetch(request) {
    const [client, server] = Object.values(new WebSocketPair());
    server.accept();
    server.addEventListener('message', ({ data }) => {
      if (data === 'block') {
        this.ctx.blockConcurrencyWhile(async () => {
          await sleep(30);
          server.send('section ends');
        });
      } else {
        server.send(data);
      }
    });
    return new Response(null, { status: 101, webSocket: client });
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
