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
 * Only what needs durascope's control API is skipped there.
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

/** Why a test that looks into objects does not run; false where it does. */
export const withoutControl = process.env.DEV_COMMAND !== undefined && 'needs the control API of durascope';

/** The command's first start may have to build or to unpack. */
const START_LIMIT_MILLIS = 300_000;
const PANEL_LIMIT_MILLIS = 60_000;
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
 * Starts the project and resolves when it answers: `{ url, panel(), stop() }`. It is stopped at the end
 * of the test `t` at the latest. `panel()` resolves to the panel's address, which carries the token of
 * the control API.
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
  const keep = (chunk) => (output += chunk);
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);

  const stop = async () => {
    if (pid === undefined || !running.delete(pid)) return;
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`The server ended by itself with ${child.exitCode ?? child.signalCode}:\n${output}`);
    }
    signal(pid, 'SIGINT');
    await within(STOP_LIMIT_MILLIS, exited, () => {
      signal(pid, 'SIGKILL');
      return `The server did not stop in ${STOP_LIMIT_MILLIS} ms:\n${output}`;
    });
  };
  if (pid !== undefined) running.add(pid);
  t.after(stop);

  /** The first group of what the server prints, once it has printed it. */
  const printed = (pattern, limitMillis) =>
    within(
      limitMillis,
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output);
          if (match) resolve(match[1]);
        };
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        child.on('error', reject);
        child.on('exit', (code) => reject(new Error(`${COMMAND.join(' ')} ended with ${code}:\n${output}`)));
        look();
      }),
      () => `Nothing like ${pattern} was printed in ${limitMillis} ms:\n${output}`,
    );

  const url = await printed(/Ready on (http:\/\/[^\s/]+)/, START_LIMIT_MILLIS);
  return { url, stop, panel: () => printed(/Panel on (\S+)\s/, PANEL_LIMIT_MILLIS) };
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
