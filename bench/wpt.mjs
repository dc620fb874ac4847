/**
 * Runs cases of web-platform-tests against the runtime, or against the real workerd.
 *
 *   bench/wpt [--update] [REGEX…]             on the runtime; only cases whose path matches one
 *   bench/wpt --workerd [REGEX…]              on workerd, keeping its rates
 *   bench/wpt --plan                          only writes the plan
 *
 * The cases are those that Node.js carries, in Debian's source package of it: it is fetched once by
 * apt, into target/wpt, and never committed. What was reached is in runtime/src/test/wpt/expected.json,
 * beside the reasons; less than that is a failure. A case is its META scripts and itself, run one after
 * the other as in a worker; `fetch` answers with the package's own files.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const AREAS = ['FileAPI', 'WebCryptoAPI', 'console', 'dom', 'encoding', 'hr-time', 'html', 'streams', 'url', 'webmessaging'];
const COMPATIBILITY_DATE = '2026-11-01';
const LIMIT_MS = 120_000;
/** How many cases one workerd is given: each is a worker of its own. */
const WORKERS = 24;
const WORKERD = '4.164.0';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const work = join(root, 'target/wpt');
const expectedFile = join(root, 'runtime/src/test/wpt/expected.json');
const planFile = join(work, 'plan.json');

function must(command, args, cwd) {
  const done = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}

/** The folder of web-platform-tests, fetched if it is not there. */
function fixtures() {
  const find = () => existsSync(work) && readdirSync(work).find((name) => name.startsWith('node-v'));
  if (!find()) {
    mkdirSync(join(work, 'apt/lists/partial'), { recursive: true });
    const release = readFileSync('/etc/os-release', 'utf8').match(/VERSION_CODENAME=(\w+)/)[1];
    const list = join(work, 'apt/nodejs.list');
    writeFileSync(list, `deb-src http://deb.debian.org/debian ${release} main\n`);
    const own = [`Dir::Etc::sourcelist=${list}`, 'Dir::Etc::sourceparts=-', `Dir::State::lists=${join(work, 'apt/lists')}`].flatMap((o) => ['-o', o]);
    if (!readdirSync(work).some((name) => name.includes('.orig.tar'))) {
      must('apt-get', [...own, 'update'], work);
      must('apt-get', [...own, 'source', '--download-only', 'nodejs'], work);
    }
    const tarball = readdirSync(work).find((name) => /^nodejs_.*\.orig\.tar\.\w+$/.test(name));
    must('tar', ['xf', tarball, '--wildcards', '*/test/fixtures/wpt'], work);
  }
  return join(work, find(), 'test/fixtures/wpt');
}

/** A case can be run that asks for no page, no server and no description of interfaces. */
function isRunnable(path, text) {
  if (/idlharness|shadowrealm|\.sub\./.test(path) || /importScripts|^\/\/ META: script=.*(get-host-info|\.sub\.)/m.test(text)) return false;
  const globals = text.match(/^\/\/ META: global=(.*)$/m)?.[1];
  if (globals && !/worker|window|default/.test(globals)) return false;
  return path.endsWith('.any.js') || !/\bdocument\b|iframe|\bwindow\b/.test(text);
}

function plan(wpt) {
  const cases = [];
  for (const area of AREAS) {
    for (const entry of readdirSync(join(wpt, area), { recursive: true, withFileTypes: true })) {
      if (!/\.(any|window)\.js$/.test(entry.name)) continue;
      const file = join(entry.parentPath ?? entry.path, entry.name);
      const path = file.slice(wpt.length + 1);
      const text = readFileSync(file, 'utf8');
      if (!isRunnable(path, text)) continue;
      const at = (name) => (name.startsWith('/') ? join(wpt, name) : join(dirname(file), name));
      const meta = (key) => [...text.matchAll(new RegExp(`^// META: ${key}=(.*)$`, 'gm'))].map((match) => match[1].trim());
      const scripts = [...meta('script').map(at), file];
      const files = {};
      for (const script of scripts) {
        for (const [, name] of readFileSync(script, 'utf8').matchAll(/\bfetch\(["']([^"']+\.json)["']\)/g)) files[name] = at(name);
      }
      for (const variant of meta('variant').length ? meta('variant') : ['']) cases.push({ name: path + variant, variant, scripts, files });
    }
  }
  cases.sort((a, b) => (a.name < b.name ? -1 : 1));
  const harness = { before: join(root, 'runtime/src/test/wpt/before.js'), testharness: join(wpt, 'resources/testharness.js'), after: join(root, 'runtime/src/test/wpt/after.js') };
  return { ...harness, cases };
}

/** The case as one script that answers a request with its results. */
function worker({ before, testharness, after }, { name, variant, scripts, files }) {
  const read = (file) => readFileSync(file, 'utf8');
  const contents = Object.fromEntries(Object.entries(files).map(([key, file]) => [key, read(file)]));
  return `addEventListener('fetch', (event) => event.respondWith(new Promise((resolve) => {
    let ended = false;
    const wptReport = (text) => { ended = true; resolve(new Response(text)); };
    (function () {
      ${read(before)}(wptReport, ${JSON.stringify({ name, variant, files: contents })});
      try {
        ${read(testharness)}
        ${read(after)}
        ${scripts.map(read).join('\n;\n')}
      } catch (error) {
        if (!ended) wptReport(JSON.stringify({ harness: String(error), tests: [] }));
      }
    }).call(globalThis);
  })));`;
}

const listening = (child) =>
  new Promise((resolve, reject) => {
    child.stdio[3].on('data', (data) => {
      const event = JSON.parse(String(data).split('\n')[0]);
      if (event.event === 'listen') resolve(event.port);
    });
    child.on('exit', (code) => reject(new Error(`workerd ended with ${code}`)));
  });

async function runOnWorkerd(all, cases) {
  const tools = process.env.DURASCOPE_PEER ?? join(homedir(), '.cache/durascope/peer');
  const workerd = join(tools, 'node_modules/@cloudflare/workerd-linux-64/bin/workerd');
  if (!existsSync(workerd)) throw new Error(`no workerd of wrangler ${WORKERD}: runtime/src/test/peer/behaviours.mjs installs it`);
  const results = {};
  for (let i = 0; i < cases.length; i += WORKERS) {
    const some = cases.slice(i, i + WORKERS);
    const text = (value) => JSON.stringify(value);
    const services = some.map((one, n) => {
      writeFileSync(join(work, `case${n}.js`), worker(all, one));
      return `(name = "c${n}", worker = (compatibilityDate = "${COMPATIBILITY_DATE}", serviceWorkerScript = embed "case${n}.js"))`;
    });
    const route = `export default { fetch(request, env) { return env[new URL(request.url).pathname.slice(1)].fetch(request); } };`;
    const bindings = some.map((_, n) => `(name = "c${n}", service = "c${n}")`);
    services.push(`(name = "router", worker = (compatibilityDate = "${COMPATIBILITY_DATE}", modules = [(name = "r", esModule = ${text(route)})], bindings = [${bindings.join(', ')}]))`);
    writeFileSync(
      join(work, 'config.capnp'),
      `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [${services.join(',\n')}],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "router")]);`
    );
    const child = spawn(workerd, ['serve', 'config.capnp', '--control-fd=3'], { cwd: work, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    try {
      const port = await listening(child);
      for (const [n, one] of some.entries()) {
        try {
          const response = await fetch(`http://127.0.0.1:${port}/c${n}`, { signal: AbortSignal.timeout(LIMIT_MS) });
          const answer = await response.text();
          results[one.name] = response.ok ? JSON.parse(answer) : { harness: answer, tests: [] };
        } catch (error) {
          results[one.name] = { harness: String(error), tests: [] };
        }
      }
    } finally {
      child.kill('SIGKILL'); // a case that loops does not hear anything else
    }
  }
  return results;
}

const words = process.argv.slice(2);
const chosen = words.filter((word) => !word.startsWith('--')).map((word) => new RegExp(word));
const all = plan(fixtures());
const cases = all.cases.filter(({ name }) => chosen.length === 0 || chosen.some((regex) => regex.test(name)));
writeFileSync(planFile, JSON.stringify({ ...all, cases, expected: expectedFile, report: join(work, 'report.json') }, null, 1));

if (words.includes('--workerd')) {
  const results = await runOnWorkerd(all, cases);
  const expected = JSON.parse(readFileSync(expectedFile, 'utf8'));
  for (const [name, { tests }] of Object.entries(results)) {
    expected.workerd[name] = [tests.filter((test) => test.passed).length, tests.length];
  }
  const sorted = Object.entries(expected.workerd).sort();
  expected.workerd = Object.fromEntries(sorted);
  writeFileSync(expectedFile, JSON.stringify(expected, null, 1).replace(/\[\s+(\d+),\s+(\d+)\s+\]/g, '[$1, $2]') + '\n');
  writeFileSync(join(work, 'workerd.json'), JSON.stringify(results, null, 1));
} else if (!words.includes('--plan')) {
  const update = words.includes('--update') ? ['-Ddurascope.update'] : [];
  const run = ['-q', '-pl', 'runtime', '-am', 'test', '-Dtest=WebPlatformTestsTest', '-Dsurefire.failIfNoSpecifiedTests=false', `-Ddurascope.wpt=${planFile}`, ...update];
  process.exit(spawnSync('mvn', run, { cwd: root, stdio: 'inherit' }).status ?? 1);
}
