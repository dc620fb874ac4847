import { type Connection, type ConnectionContext, Server, type WSMessage, getServerByName, routePartykitRequest } from 'partyserver';

interface Env {
  Lobby: DurableObjectNamespace<Lobby>;
  Guestbook: DurableObjectNamespace<Guestbook>;
}

/** A party that keeps its sockets over hibernation, and knows its visitors by tags and state. */
export class Lobby extends Server<Env> {
  static options = { hibernate: true };
  starts = 0;

  onStart() {
    this.starts++;
  }

  getConnectionTags(_connection: Connection, { request }: ConnectionContext) {
    return [new URL(request.url).searchParams.get('team') ?? 'none'];
  }

  onConnect(connection: Connection<{ visits: number }>) {
    connection.setState({ visits: 0 });
    connection.send(`welcome to ${this.name}`);
    this.broadcast(`${connection.id} is here`, [connection.id]);
  }

  onMessage(connection: Connection<{ visits: number }>, message: WSMessage) {
    const state = connection.setState((previous) => ({ visits: (previous?.visits ?? 0) + 1 }));
    for (const friend of this.getConnections(String(message))) friend.send(`${connection.id} calls, for the ${state?.visits}. time`);
  }

  onClose(connection: Connection) {
    this.broadcast(`${connection.id} is gone`, [connection.id]);
  }

  async onRequest() {
    return Response.json({ name: this.name, starts: this.starts, here: [...this.getConnections()].map(({ id }) => id).sort() });
  }
}

/** A party over requests alone, that stores what it hears, and rings when its alarm does. */
export class Guestbook extends Server<Env> {
  async onStart() {
    this.ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS entries (id INTEGER PRIMARY KEY, text TEXT)');
  }

  async onRequest(request: Request) {
    if (request.method === 'POST') {
      this.ctx.storage.sql.exec('INSERT INTO entries (text) VALUES (?)', await request.text());
      await this.ctx.storage.setAlarm(Date.now() + 3_600_000);
    }
    return Response.json(this.ctx.storage.sql.exec('SELECT text FROM entries ORDER BY id').toArray());
  }

  async onAlarm() {
    await this.ctx.storage.put('rang', this.name);
  }

  /** Reached by RPC. */
  async count() {
    return this.ctx.storage.sql.exec<{ n: number }>('SELECT count(*) AS n FROM entries').one().n;
  }
}

export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    if (pathname === '/count') return Response.json(await (await getServerByName(env.Guestbook, 'main')).count());
    return (await routePartykitRequest(request, env)) ?? new Response('Not found', { status: 404 });
  },
} satisfies ExportedHandler<Env>;
