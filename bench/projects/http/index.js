// What bench/http asks for.
import { DurableObject } from 'cloudflare:workers';

const CHUNK = new Uint8Array(64 * 1024).fill(120);
const CHUNKS = 160; // 10 MiB

function stream() {
  let left = CHUNKS;
  return new ReadableStream({
    pull(controller) {
      if (left-- > 0) controller.enqueue(CHUNK.slice());
      else controller.close();
    },
  });
}

function echo() {
  const [client, server] = Object.values(new WebSocketPair());
  server.accept();
  server.addEventListener('message', (event) => server.send(event.data));
  return new Response(null, { status: 101, webSocket: client });
}

/** Echoes by sockets that outlive it: the platform keeps them while the object sleeps. */
export class Echo extends DurableObject {
  fetch() {
    const [client, server] = Object.values(new WebSocketPair());
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }

  webSocketMessage(socket, message) {
    socket.send(message);
  }
}

export default {
  async fetch(request, env) {
    switch (new URL(request.url).pathname) {
      case '/':
        return new Response('hello');
      case '/json': {
        const { numbers } = JSON.parse('{"numbers":[1,2,3,4,5,6,7,8,9,10]}');
        return Response.json({ sum: numbers.reduce((a, b) => a + b), agent: request.headers.get('user-agent'), numbers });
      }
      case '/stream':
        return new Response(stream());
      case '/echo':
        return echo();
      case '/object':
        return env.ECHO.getByName('echo').fetch(request);
      default:
        return new Response('Not found', { status: 404 });
    }
  },
};
