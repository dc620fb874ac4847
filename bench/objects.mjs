/**
 * What many objects cost: `durascope dev` against `wrangler dev`.
 *
 *     bench/objects [--runs N] [--objects N] [--sockets N] [--holders N] [--only NAME]
 *                   [--tools DIR] [--durascope COMMAND]
 *
 * Every round starts each subject afresh and has it create objects with one key each, by 16 requests
 * at a time; waits until they have been out of use for so long that both subjects evict them; and has
 * it read all of them again. A second start opens sockets that hibernate, many to each of some
 * objects, waits until these have gone, and sends a message through each. Said are medians: seconds on
 * the clock, seconds of processor time, which a busy machine does not distort, and resident memory
 * before, at its highest, and when the objects have gone.
 */
import { Agent, request } from 'node:http';
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readOptions } from './options.mjs';
import { DEFAULT_TOOLS, ROOT, median, processorSeconds, residentMebibytes, start, subjects } from './subjects.mjs';

const options = readOptions({
  runs: 3,
  objects: 10_000,
  sockets: 1_000,
  holders: 100,
  tools: DEFAULT_TOOLS,
  durascope: join(ROOT, 'durascope'),
  only: '',
});
const { runs, objects, sockets, holders } = options;

const CONCURRENCY = 16;
/** Both evict an object after 10 seconds without an event. */
const UNTIL_EVICTED_MILLIS = 16_000;
const SAMPLE_MILLIS = 100;
const PROJECT = join(ROOT, 'bench', 'projects', 'objects');

const measured = subjects(options.tools, options.durascope)
  .filter(({ name }) => name.startsWith(options.only))
  .map((subject) => ({ ...subject, rounds: [] }));
for (let round = 1; round <= runs; round++) {
  for (const subject of measured) {
    subject.rounds.push({ ...(await keepers(subject)), ...(await hibernated(subject)) });
  }
  process.stderr.write(`round ${round} of ${runs}\n`);
}

const ROWS = [
  [`${objects} objects created`, 'create', 's'],
  ['  processor time', 'createProcessor', 's'],
  ['  memory before', 'idle', 'MiB'],
  ['  memory at its highest', 'peak', 'MiB'],
  ['  memory when they are evicted', 'evicted', 'MiB'],
  ['read again', 'read', 's'],
  ['  processor time', 'readProcessor', 's'],
  ['  memory when they are evicted', 'evictedAgain', 'MiB'],
  [`${sockets} sockets of ${holders} objects opened`, 'open', 's'],
  ['  memory they hold, hibernated', 'held', 'MiB'],
  ['a message through each', 'echo', 's'],
];
console.log(''.padEnd(44) + measured.map(({ name }) => name.padStart(20)).join(''));
for (const [title, key, unit] of ROWS) {
  const cells = measured.map(({ rounds }) => `${median(rounds.map((round) => round[key])).toFixed(1)} ${unit.padEnd(3)}`.padStart(20));
  console.log(title.padEnd(44) + cells.join(''));
}

/** Creates objects, lets them be evicted, and reads them again. */
async function keepers(subject) {
  const { port, pid, stop } = await start(subject, PROJECT);
  try {
    const idle = residentMebibytes(pid);
    const created = await timed(pid, () => all(port, 'put', () => 'stored'));
    await pause(UNTIL_EVICTED_MILLIS);
    const evicted = residentMebibytes(pid);
    const read = await timed(pid, () => all(port, 'get', (name) => name));
    await pause(UNTIL_EVICTED_MILLIS);
    return {
      idle,
      create: created.seconds,
      createProcessor: created.processor,
      peak: Math.max(created.peak, read.peak),
      evicted,
      read: read.seconds,
      readProcessor: read.processor,
      evictedAgain: residentMebibytes(pid),
    };
  } finally {
    await stop();
  }
}

/** Opens sockets, lets their objects hibernate, and wakes them. */
async function hibernated(subject) {
  const { port, pid, stop } = await start(subject, PROJECT);
  try {
    const idle = residentMebibytes(pid);
    const opened = [];
    const open = await timed(pid, () =>
      concurrently(sockets, async (i) => {
        opened.push(await webSocket(port, `/socket/holder${i % holders}`));
      }),
    );
    await pause(UNTIL_EVICTED_MILLIS);
    const held = residentMebibytes(pid) - idle;
    const echo = await timed(pid, () => Promise.all(opened.map((socket) => socket.echo())));
    opened.forEach((socket) => socket.destroy());
    return { open: open.seconds, held, echo: echo.seconds };
  } finally {
    await stop();
  }
}

async function timed(pid, action) {
  const before = processorSeconds(pid);
  const begun = performance.now();
  let peak = residentMebibytes(pid);
  const sampling = setInterval(() => (peak = Math.max(peak, residentMebibytes(pid))), SAMPLE_MILLIS);
  try {
    await action();
  } finally {
    clearInterval(sampling);
  }
  return { seconds: (performance.now() - begun) / 1000, processor: processorSeconds(pid) - before, peak };
}

/** Asks every object for the same, and checks what it says. */
async function all(port, action, expected) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  try {
    await concurrently(objects, async (i) => {
      const name = `object${i}`;
      const answer = await ask(agent, port, `/${action}/${name}`);
      if (answer !== expected(name)) throw new Error(`${action} of ${name} was answered by ${answer}`);
    });
  } finally {
    agent.destroy();
  }
}

async function concurrently(count, action) {
  let next = 0;
  const worker = async () => {
    while (next < count) await action(next++);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}

function ask(agent, port, path) {
  return new Promise((settle, refuse) => {
    request({ host: '127.0.0.1', port, path, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => settle(text));
      response.on('error', refuse);
    })
      .on('error', refuse)
      .end();
  });
}

/** A client by hand: it costs this process as little as can be. */
function webSocket(port, path) {
  return new Promise((settle, refuse) => {
    const socket = connect(port, '127.0.0.1');
    let heard = () => {};
    let head = '';
    socket.on('error', refuse);
    socket.on('connect', () =>
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
      ),
    );
    socket.on('data', (data) => {
      if (head === undefined) return heard();
      head += data.toString('latin1');
      if (!head.includes('\r\n\r\n')) return undefined;
      if (!head.startsWith('HTTP/1.1 101')) return refuse(new Error(head));
      head = undefined;
      return settle({
        echo: () =>
          new Promise((done) => {
            heard = done;
            // A text of one character, masked by zeros.
            socket.write(Buffer.from([0x81, 0x81, 0, 0, 0, 0, 0x78]));
          }),
        destroy: () => socket.destroy(),
      });
    });
  });
}
