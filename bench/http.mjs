/**
 * How much a worker answers, and how soon: `durascope dev` against `wrangler dev`.
 *
 *     bench/http [--runs N] [--seconds N] [--tools DIR] [--only NAME]
 *
 * Every round starts each subject afresh, warms it up, and puts each load on it: requests for a word, for
 * JSON, for 10 MiB in a stream (by wrk), and messages of WebSockets that are echoed, by the Worker to 1
 * and to 64 clients, and by a Durable Object's hibernatable sockets to 16. The subjects take turns, so that a slow minute of the machine hits all of them. What is said
 * are medians over the rounds, and the ratios, which travel between machines.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_TOOLS, ROOT, median, residentMebibytes, start, subjects } from './subjects.mjs';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    warm: { type: 'string', default: '5' },
    tools: { type: 'string', default: DEFAULT_TOOLS },
    only: { type: 'string', default: '' },
  },
});
const runs = positive('runs');
const seconds = positive('seconds');
const warm = positive('warm');

const LOADS = [
  { name: 'hello, 16 connections', run: (port, time) => wrk(port, '/', 16, time) },
  { name: 'JSON, 16 connections', run: (port, time) => wrk(port, '/json', 16, time) },
  { name: '10 MiB stream, 2 connections', run: (port, time) => wrk(port, '/stream', 2, time) },
  { name: 'WebSocket echo, 1 client', run: (port, time) => sockets(port, '/echo', 1, time) },
  { name: 'WebSocket echo, 64 clients', run: (port, time) => sockets(port, '/echo', 64, time) },
  { name: "WebSocket echo by an object's hibernatable sockets, 16 clients", run: (port, time) => sockets(port, '/object', 16, time) },
].filter((load) => load.name.includes(options.only));

const measured = subjects(options.tools).map((subject) => ({ ...subject, results: LOADS.map(() => []), idle: [], loaded: [] }));
for (let round = 1; round <= runs; round++) {
  for (const subject of measured) {
    const started = await start(subject, join(ROOT, 'bench', 'projects', 'http'));
    try {
      subject.idle.push(residentMebibytes(started.pid));
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
    const ratio = subject === ours ? '' : `durascope has ${(of(ours, 'perSecond') / rate).toFixed(2)} times as many, p99 ${(of(ours, 'p99') / of(subject, 'p99')).toFixed(2)} times`;
    console.log(
      `  ${subject.name.padEnd(20)} ${rate.toFixed(rate < 100 ? 1 : 0).padStart(7)} /s   median ${of(subject, 'median').toFixed(2)} ms   p99 ${of(subject, 'p99').toFixed(2)} ms   ${ratio}`,
    );
  }
}
console.log('resident memory, after the first answer and after the load');
for (const { name, idle, loaded } of measured) {
  console.log(`  ${name.padEnd(20)} ${median(idle).toFixed(0).padStart(7)} MiB ${median(loaded).toFixed(0).padStart(7)} MiB`);
}

function positive(name) {
  const number = Number(options[name]);
  if (!Number.isInteger(number) || number < 1) {
    console.error(`--${name} wants a positive number, not ${options[name]}`);
    process.exit(2);
  }
  return number;
}

/** Requests of wrk: how many a second, and how long they took, in milliseconds. */
function wrk(port, path, connections, time) {
  const script = join(import.meta.dirname, 'wrk.lua');
  let text;
  try {
    text = execFileSync('wrk', ['-t1', `-c${connections}`, `-d${time}s`, '-s', script, `http://127.0.0.1:${port}${path}`], { encoding: 'utf8' });
  } catch (e) {
    if (e.code !== 'ENOENT') throw e;
    console.error('bench/http needs wrk (Debian: apt-get install wrk)');
    process.exit(2);
  }
  const result = JSON.parse(text.slice(text.indexOf('{"')));
  if (result.errors > 0) throw new Error(`${result.errors} requests for ${path} failed`);
  return result;
}

/** Messages of WebSockets. */
function sockets(port, path, clients, time) {
  const words = [join(import.meta.dirname, 'sockets.mjs'), port, path, clients, 1, time];
  return JSON.parse(execFileSync(process.execPath, words.map(String), { encoding: 'utf8' }));
}
