import { DurableObject } from 'cloudflare:workers';

/** Counts by a key, by a table and in memory, and echoes. */
export class Ledger extends DurableObject {
  #calls = 0;

  constructor(ctx, env) {
    super(ctx, env);
    ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, amount INTEGER)');
  }

  async increment() {
    const count = ((await this.ctx.storage.get('count')) ?? 0) + 1;
    await this.ctx.storage.put('count', count);
    return count;
  }

  append() {
    const { sql } = this.ctx.storage;
    sql.exec('INSERT INTO entry (amount) VALUES (?)', 1);
    return sql.exec('SELECT COUNT(*) AS entries, MAX(id) AS last FROM (SELECT id FROM entry ORDER BY id DESC LIMIT 10)').one().last;
  }

  ping() {
    return ++this.#calls;
  }

  fetch() {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }

  webSocketMessage(socket, message) {
    socket.send(message);
  }
}

/** `/METHOD/NAME` calls a method of the object; an upgrade goes to the object. */
export default {
  async fetch(request, env) {
    const [, method, name] = new URL(request.url).pathname.split('/');
    if (!name) return new Response('ready');
    const object = env.OBJECTS.getByName(name);
    if (request.headers.get('upgrade') === 'websocket') return object.fetch(request);
    return new Response(String(await object[method]()));
  },
};
