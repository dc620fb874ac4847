/**
 * How much Durable Objects do in a second: `durascope dev` against `wrangler dev`, and workerd alone.
 *
 *     bench/storage [--runs N] [--seconds N] [--warm N] [--tools DIR] [--only NAME]
 *
 * Every round starts each subject afresh, and warms up each load before it is counted: increments of a
 * key of one object and of 64, an insert and a select by SQL, remote calls that touch no storage, all by
 * requests on 16 connections (wrk); and messages of hibernatable WebSockets, 16 sockets of one object
 * with one and with 64 messages under way each. What is said are medians over the rounds, and the
 * ratios, which travel between machines.
 */
import { join } from 'node:path';
import { compare, webSockets, wrk } from './loads.mjs';
import { readOptions } from './options.mjs';
import { DEFAULT_TOOLS, ROOT, subjects, workerd } from './subjects.mjs';

const options = readOptions({ runs: 3, seconds: 5, warm: 5, tools: DEFAULT_TOOLS, only: '' });

const CONNECTIONS = 16;
const LOADS = [
  { name: 'get and put, one object', run: (port, seconds) => requests(port, '/increment/one', 1, seconds) },
  { name: 'get and put, 64 objects', run: (port, seconds) => requests(port, '/increment/many', 64, seconds) },
  { name: 'SQL insert and select, one object', run: (port, seconds) => requests(port, '/append/sql', 1, seconds) },
  { name: 'remote calls, one object', run: (port, seconds) => requests(port, '/ping/rpc', 1, seconds) },
  { name: 'hibernatable WebSockets, 16, window 1', run: (port, seconds) => messages(port, '/socket/a', 1, seconds) },
  { name: 'hibernatable WebSockets, 16, window 64', run: (port, seconds) => messages(port, '/socket/b', 64, seconds) },
];

await compare(
  [...subjects(options.tools), workerd(options.tools)],
  join(ROOT, 'bench', 'projects', 'storage'),
  LOADS.filter((load) => load.name.includes(options.only)),
  options,
);

/** Requests, in turn to as many objects. */
function requests(port, path, objects, seconds) {
  return wrk(port, path, { connections: CONNECTIONS, seconds, script: 'storage.lua', words: [objects] });
}

/** Messages of 16 WebSockets of one object. */
function messages(port, path, window, seconds) {
  return webSockets(port, path, { clients: CONNECTIONS, window, seconds });
}
