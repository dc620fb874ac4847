/**
 * Runs an example as its user would: by a command that serves the project on a free port, until it is
 * told to stop.
 *
 * The command is `durascope dev .` of this repository. Another one that takes the same flags and says
 * `Ready on http://…` can stand in by DEV_COMMAND, words parted by spaces, so that the same tests run on
 * Cloudflare's own tool:
 *
 *     DEV_COMMAND="npx wrangler dev" npm test
 *
 * All that a server prints is kept, and told when it fails.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMMAND = process.env.DEV_COMMAND?.split(' ') ?? [
  fileURLToPath(new URL('../../durascope', import.meta.url)),
  'dev',
  '.',
];

/** The command's first start may have to build or to unpack. */
const START_LIMIT_MILLIS = 300_000;
const STOP_LIMIT_MILLIS = 20_000;

/** The process groups that run. They are not the terminal's, so a test that is broken off must end them itself. */
const running = new Set();
process.on('exit', () => running.forEach((pid) => signal(pid, 'SIGKILL')));
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

/** A folder for the objects' storage, removed when the test `t` is over. */
export function storageFolder(t) {
  const folder = mkdtempSync(join(tmpdir(), 'durascope-example-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Starts the project and resolves when it answers: `{ url, stop() }`. It is stopped at the end of the
 * test `t` at the latest.
 */
export async function startDevServer(t, { project, persistTo }) {
  const [program, ...words] = COMMAND;
  const child = spawn(program, [...words, '--port', '0', '--persist-to', persistTo], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own: what the command starts in turn is stopped with it.
    detached: true,
  });
  const { pid } = child;
  const exited = once(child, 'exit');
  exited.catch(() => {}); // a program that cannot be started is told of below
  let output = '';

  const stop = async () => {
    if (pid === undefined || !running.delete(pid) || !signal(pid, 'SIGINT')) return;
    await within(STOP_LIMIT_MILLIS, exited, () => {
      signal(pid, 'SIGKILL');
      return `The server did not stop in ${STOP_LIMIT_MILLIS} ms:\n${output}`;
    });
  };
  if (pid !== undefined) running.add(pid);
  t.after(stop);

  const ready = new Promise((resolve, reject) => {
    const read = (chunk) => {
      output += chunk;
      const address = /Ready on (http:\/\/[^\s/]+)/.exec(output);
      if (address) resolve(address[1]);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`${COMMAND.join(' ')} ended with ${code}:\n${output}`)));
  });
  const url = await within(START_LIMIT_MILLIS, ready, () => `No server in ${START_LIMIT_MILLIS} ms:\n${output}`);
  return { url, stop };
}

/** Whether there was a process of the group to get it. */
function signal(pid, name) {
  try {
    return process.kill(-pid, name);
  } catch {
    return false;
  }
}

/** The promise's outcome, or an error if it takes too long; a hung server must not hang the tests. */
async function within(millis, promise, tooLate) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(tooLate())), millis);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
