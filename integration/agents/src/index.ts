import { Agent, type Connection, callable, getAgentByName, routeAgentRequest } from 'agents';

interface Env {
  Counter: AgentNamespace<Counter>;
}

interface State {
  count: number;
  lastBy: string;
}

/** An agent whose state every client sees, with methods to call, rows of its own, and a timetable. */
export class Counter extends Agent<Env, State> {
  static options = { hibernate: true };
  initialState: State = { count: 0, lastBy: 'nobody' };

  onStart() {
    this.sql`CREATE TABLE IF NOT EXISTS history (id INTEGER PRIMARY KEY, name TEXT, step INTEGER)`;
  }

  @callable()
  add(name: string, step: number) {
    this.sql`INSERT INTO history (name, step) VALUES (${name}, ${step})`;
    this.setState({ count: this.state.count + step, lastBy: name });
    return this.state.count;
  }

  @callable()
  history() {
    return this.sql<{ name: string; step: number }>`SELECT name, step FROM history ORDER BY id`;
  }

  @callable()
  fail() {
    throw new Error('as asked');
  }

  @callable({ streaming: true })
  countdown(stream: { send(value: unknown): void; end(value: unknown): void }, from: number) {
    for (let i = from; i > 0; i--) stream.send(i);
    stream.end('go');
  }

  @callable()
  async remind(name: string) {
    const { id } = await this.schedule(1, 'reminded', { name });
    return (await this.getSchedules()).some((schedule) => schedule.id === id);
  }

  reminded({ name }: { name: string }) {
    this.setState({ ...this.state, lastBy: `reminder of ${name}` });
  }

  onMessage(connection: Connection, message: string) {
    connection.send(`${this.name} heard ${message}`);
  }

  async onRequest() {
    return Response.json(this.state);
  }
}

export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    if (pathname === '/rpc') return Response.json(await (await getAgentByName(env.Counter, 'main')).add('rpc', 10));
    return (await routeAgentRequest(request, env)) ?? new Response('Not found', { status: 404 });
  },
} satisfies ExportedHandler<Env>;
