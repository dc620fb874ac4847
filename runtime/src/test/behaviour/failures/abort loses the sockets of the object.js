import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  fetch(request) {
    const [client, server] = Object.values(new WebSocketPair());
    if (request.url.endsWith('/hibernatable')) this.ctx.acceptWebSocket(server);
    else server.accept();
    return new Response(null, { status: 101, webSocket: client });
  }
  abort() {
    this.ctx.abort('enough');
  }
}

export async function behaviour(assert, env) {
  for (const kind of ['hibernatable', 'plain']) {
    const response = await env.OBJECTS.getByName(kind).fetch(`http://x/${kind}`, { headers: { Upgrade: 'websocket' } });
    const socket = response.webSocket;
    const closed = new Promise((resolve) => socket.addEventListener('close', resolve));
    socket.accept();
    await assert.rejects(env.OBJECTS.getByName(kind).abort(), 'Error', 'enough');
    const { code, reason, wasClean } = await closed;
    assert.deepEqual([code, reason, wasClean], [1006, 'WebSocket disconnected without sending Close frame.', false]);
    socket.send('into the void');
  }
}
