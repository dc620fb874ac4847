import { DurableObject } from 'cloudflare:workers';

/** Keeps one key, and holds sockets that hibernate. */
export class Keeper extends DurableObject {
  put(value) {
    this.ctx.storage.kv.put('key', value);
  }

  get() {
    return this.ctx.storage.kv.get('key');
  }

  fetch() {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    server.serializeAttachment({ since: this.ctx.getWebSockets().length });
    return new Response(null, { status: 101, webSocket: client });
  }

  webSocketMessage(socket, message) {
    socket.send(message);
  }
}

/** `/put/NAME`, `/get/NAME`; an upgrade of any path goes to the object that its last part names. */
export default {
  async fetch(request, env) {
    const [, action, name] = new URL(request.url).pathname.split('/');
    if (!name) return new Response('ready');
    const object = env.OBJECTS.getByName(name);
    if (request.headers.get('upgrade') === 'websocket') return object.fetch(request);
    if (action === 'put') {
      await object.put(name);
      return new Response('stored');
    }
    return new Response(await object.get());
  },
};
