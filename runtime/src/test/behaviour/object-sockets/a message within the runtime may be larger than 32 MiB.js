//! {"$variants": ["disk"]}
import { DurableObject } from 'cloudflare:workers';

const SIZE = 33 * 1024 * 1024;

export class Subject extends DurableObject {
  fetch() {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }
  webSocketMessage(socket, message) {
    socket.send(`${typeof message} ${message.length ?? message.byteLength}`);
  }
}

export async function behaviour(assert, env) {
  const { webSocket } = await env.OBJECTS.getByName('a').fetch('http://x/', { headers: { Upgrade: 'websocket' } });
  const answers = [];
  let answered;
  webSocket.addEventListener('message', ({ data }) => {
    answers.push(data);
    answered();
  });
  webSocket.accept();
  for (const message of [new Uint8Array(SIZE), 'x'.repeat(SIZE)]) {
    const answer = new Promise((resolve) => (answered = resolve));
    webSocket.send(message);
    await answer;
  }
  assert.deepEqual(answers, [`object ${SIZE}`, `string ${SIZE}`]);
}
