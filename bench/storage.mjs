/**
 * How much Durable Objects do in a second: `durascope dev` against `wrangler dev`, and workerd alone.
 *
 *     bench/storage [--runs N] [--seconds N] [--warm N] [--tools DIR] [--only NAME]
 *
 * Every round starts each subject afresh, and warms up each load before it is counted: increments of a
 * key of one object and of 64, an insert and a select by SQL, remote calls that touch no storage, all by
 * requests on 16 connections (wrk); and messages of hibernatable WebSockets, 16 sockets of one object
 * with one and with 64 messages under way each. The subjects take turns. What is said are medians over
 * the rounds, and the ratios, which travel between machines.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_TOOLS, ROOT, median, residentMebibytes, start, subjects, workerd } from './subjects.mjs';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    warm: { type: 'string', default: '5' },
    tools: { type: 'string', default: DEFAULT_TOOLS },
    only: { type: 'string', default: '' },
  },
});
const [runs, seconds, warm] = ['runs', 'seconds', 'warm'].map(positive);

const CONNECTIONS = 16;
const LOADS = [
  { name: 'get and put, one object', run: (port, time) => wrk(port, '/increment/one', 1, time) },
  { name: 'get and put, 64 objects', run: (port, time) => wrk(port, '/increment/many', 64, time) },
  { name: 'SQL insert and select, one object', run: (port, time) => wrk(port, '/append/sql', 1, time) },
  { name: 'remote calls, one object', run: (port, time) => wrk(port, '/ping/rpc', 1, time) },
  { name: 'hibernatable WebSockets, 16, window 1', run: (port, time) => sockets(port, '/socket/a', 1, time) },
  { name: 'hibernatable WebSockets, 16, window 64', run: (port, time) => sockets(port, '/socket/b', 64, time) },
].filter((load) => load.name.includes(options.only));

const measured = [...subjects(options.tools), workerd(options.tools)].map((subject) => ({
  ...subject,
  results: LOADS.map(() => []),
  loaded: [],
}));
for (let round = 1; round <= runs; round++) {
  for (const subject of measured) {
    const started = await start(subject, join(ROOT, 'bench', 'projects', 'storage'));
    try {
      for (const [i, load] of LOADS.entries()) {
        load.run(started.port, warm);
        subject.results[i].push(load.run(started.port, seconds));
      }
      subject.loaded.push(residentMebibytes(started.pid));
    } finally {
      await started.stop();
    }
  }
  process.stderr.write(`round ${round} of ${runs}\n`);
}

for (const [i, load] of LOADS.entries()) {
  console.log(load.name);
  const of = (subject, key) => median(subject.results[i].map((result) => result[key]));
  const ours = measured[0];
  for (const subject of measured) {
    const rate = of(subject, 'perSecond');
    const ratio = subject === ours ? '' : `durascope has ${(of(ours, 'perSecond') / rate).toFixed(2)} times as many`;
    console.log(
      `  ${subject.name.padEnd(20)} ${rate.toFixed(0).padStart(7)} /s   median ${of(subject, 'median').toFixed(2)} ms   p99 ${of(subject, 'p99').toFixed(2)} ms   ${ratio}`,
    );
  }
}
console.log('resident memory after the load');
for (const { name, loaded } of measured) console.log(`  ${name.padEnd(20)} ${median(loaded).toFixed(0).padStart(7)} MiB`);

function positive(name) {
  const number = Number(options[name]);
  if (!Number.isInteger(number) || number < 1) {
    console.error(`--${name} wants a positive number, not ${options[name]}`);
    process.exit(2);
  }
  return number;
}

/** Requests of wrk, in turn to as many objects: how many a second, and how long they took. */
function wrk(port, path, objects, time) {
  const folder = import.meta.dirname;
  let text;
  try {
    text = execFileSync(
      'wrk',
      ['-t1', `-c${CONNECTIONS}`, `-d${time}s`, '-s', join(folder, 'storage.lua'), `http://127.0.0.1:${port}${path}`, '--', String(objects)],
      { encoding: 'utf8', env: { ...process.env, WRK_REPORT: join(folder, 'wrk.lua') } },
    );
  } catch (e) {
    if (e.code !== 'ENOENT') throw e;
    console.error('bench/storage needs wrk (Debian: apt-get install wrk)');
    process.exit(2);
  }
  const result = JSON.parse(text.slice(text.indexOf('{"')));
  if (result.errors > 0) throw new Error(`${result.errors} requests for ${path} failed`);
  return result;
}

/** Messages of 16 WebSockets of one object. */
function sockets(port, path, window, time) {
  const words = [join(import.meta.dirname, 'sockets.mjs'), port, path, CONNECTIONS, window, time];
  return JSON.parse(execFileSync(process.execPath, words.map(String), { encoding: 'utf8' }));
}
