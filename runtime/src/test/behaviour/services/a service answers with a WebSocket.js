import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
  fetch() {
    const [client, server] = Object.values(new WebSocketPair());
    server.accept();
    server.addEventListener('message', (event) => server.send(`echo ${event.data}`));
    return new Response(null, { status: 101, webSocket: client });
  }
}

export async function behaviour(assert, env, ctx) {
  const response = await env.NAMED.fetch('http://x/', { headers: { Upgrade: 'websocket' } });
  assert.equal(response.status, 101);
  const socket = response.webSocket;
  socket.accept();
  const answer = new Promise((resolve) => socket.addEventListener('message', (event) => resolve(event.data)));
  socket.send('hello');
  assert.equal(await answer, 'echo hello');
  socket.close();
}
