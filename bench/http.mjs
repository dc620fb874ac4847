/**
 * How much a worker answers, and how soon: `durascope dev` against `wrangler dev`.
 *
 *     bench/http [--runs N] [--seconds N] [--warm N] [--tools DIR] [--only NAME]
 *
 * Every round starts each subject afresh, warms it up, and puts each load on it: requests for a word, for
 * JSON, for 10 MiB in a stream (by wrk), and messages of WebSockets that are echoed, by the Worker to 1
 * and to 64 clients, and by a Durable Object's hibernatable sockets to 16. What is said are medians over
 * the rounds, and the ratios, which travel between machines.
 */
import { join } from 'node:path';
import { compare, webSockets, wrk } from './loads.mjs';
import { readOptions } from './options.mjs';
import { DEFAULT_TOOLS, ROOT, subjects } from './subjects.mjs';

const options = readOptions({ runs: 3, seconds: 5, warm: 5, tools: DEFAULT_TOOLS, only: '' });

const LOADS = [
  { name: 'hello, 16 connections', run: (port, seconds) => wrk(port, '/', { connections: 16, seconds }) },
  { name: 'JSON, 16 connections', run: (port, seconds) => wrk(port, '/json', { connections: 16, seconds }) },
  { name: '10 MiB stream, 2 connections', run: (port, seconds) => wrk(port, '/stream', { connections: 2, seconds }) },
  { name: 'WebSocket echo, 1 client', run: (port, seconds) => echo(port, '/echo', 1, seconds) },
  { name: 'WebSocket echo, 64 clients', run: (port, seconds) => echo(port, '/echo', 64, seconds) },
  { name: "WebSocket echo by an object's hibernatable sockets, 16 clients", run: (port, seconds) => echo(port, '/object', 16, seconds) },
];

await compare(
  subjects(options.tools),
  join(ROOT, 'bench', 'projects', 'http'),
  LOADS.filter((load) => load.name.includes(options.only)),
  options,
);

function echo(port, path, clients, seconds) {
  return webSockets(port, path, { clients, window: 1, seconds });
}
