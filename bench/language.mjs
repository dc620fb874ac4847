/**
 * How soon the language server says what is wrong, and what a cold check of a project costs.
 *
 *     bench/language [--runs N] [--keys N] [--warm N] [--pause MS] [--checks N] [--modules N]
 *                    [--only keys|check] [--durascope FILE] [--tools DIR]
 *
 *   keys    a keystroke to diagnostics, by `durascope lsp` on its standard streams: what is typed goes
 *           out as a change of one character, and the clock runs until the diagnostics that follow from
 *           it have come. In 500 lines of wrangler.toml and in 2,000 of TypeScript, where each key is
 *           inside a method or between two classes, and the text is broken nearly all the time. A key
 *           comes when the one before it is answered and MS have passed.
 *   check   `durascope check` of a project of 1,000 modules, beside `wrangler deploy --dry-run` and
 *           `tsc --noEmit`, each a process of its own, taking turns. One turn goes before, in which the
 *           memory is looked at and the time is not.
 *
 * Said are milliseconds, those of the processor, the memory, and ratios, which travel between machines.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { bigFiles, manyModules } from './language-projects.mjs';
import { LspClient } from './lsp-client.mjs';
import { readOptions } from './options.mjs';
import { DEFAULT_TOOLS, ROOT, install, median, processorSeconds, rehearsed, residentMebibytes, wrangler } from './subjects.mjs';

const options = readOptions({
  runs: 3,
  keys: 600,
  warm: 600,
  pause: 20,
  checks: 5,
  modules: 1_000,
  only: '',
  durascope: join(ROOT, 'durascope'),
  tools: DEFAULT_TOOLS,
});
const CONFIG_LINES = 500;
const CODE_LINES = 2_000;
const CONFIG = 'wrangler.toml';
const CODE = 'src/index.ts';
const TYPES = { '@cloudflare/workers-types': '4.20260416.1' };
const TYPESCRIPTS = ['5.9.3', '7.0.2'];
/** A severity of the protocol; what is greater is a hint. */
const WARNING = 2;
const FIRST_KEYS = 10;
const MEMORY_POLL_MILLIS = 20;
/** The unit of /proc/PID/stat on Linux. */
const TICKS_PER_SECOND = 100;

/**
 * Where is typed, and what: before the text that `at` is, character by character; then all of it is
 * taken out by one change, and typed again.
 */
const TYPING = [
  { name: `in ${CONFIG_LINES} lines of wrangler.toml`, file: CONFIG, at: '\n[[migrations]]', text: '\n[[durable_objects.bindings]]\nname = "ANNEX"\nclass_name = "Room1"\n' },
  { name: `in a method, in ${CODE_LINES} lines of TypeScript`, file: CODE, at: '    const other = this.env.ROOM6.', text: '    if (known > 3 && !this.#seen.has(name)) { await this.ctx.storage.put("last", { name, known }); }\n' },
  { name: `between classes, in ${CODE_LINES} lines of TypeScript`, file: CODE, at: '\nexport class Room5 ', text: '\nexport async function helper(env: Env) { return (await env.ROOM1.getByName("a").fetch("http://x/")).text(); }\n' },
];

const folder = mkdtempSync(join(tmpdir(), 'durascope-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const durascope = rehearsed(options.durascope);

if (asked('keys')) {
  const results = TYPING.map(() => ({ millis: [], processor: [], first: [] }));
  const memory = { opened: [], typed: [] };
  for (let run = 1; run <= options.runs; run++) {
    await session(join(folder, `keys${run}`), results, memory);
    process.stderr.write(`keys: run ${run} of ${options.runs}\n`);
  }
  console.log('a keystroke to its diagnostics');
  TYPING.forEach(({ name }, i) => {
    const { millis, processor, first } = results[i];
    const times = [0.5, 0.99, 1].map((part) => `${quantile(millis, part).toFixed(1).padStart(6)} ms`);
    console.log(`  ${name.padEnd(46)} median ${times[0]}  99% ${times[1]}  all ${times[2]}`);
    console.log(`  ${''.padEnd(46)} of the processor ${median(processor).toFixed(1)} ms; the first ten keys of a session, median ${median(first).toFixed(1)} ms`);
  });
  console.log(`  resident memory: ${median(memory.opened).toFixed(0)} MiB with both files open, ${median(memory.typed).toFixed(0)} MiB after the typing`);
}

if (asked('check')) {
  const project = join(folder, 'check');
  const subjects = checkers(project);
  for (let round = 0; round <= options.checks; round++) {
    for (const subject of subjects) {
      if (round === 0) subject.memory = await peakMemory(subject, project);
      else subject.turns.push(await turn(subject, project));
    }
    process.stderr.write(round === 0 ? 'check: warmed up\n' : `check: round ${round} of ${options.checks}\n`);
  }
  console.log(`a cold check of ${options.modules} modules`);
  const ours = median(subjects[0].turns.map(({ millis }) => millis));
  for (const { name, turns, memory } of subjects) {
    const middle = median(turns.map(({ millis }) => millis));
    const processor = median(turns.map((each) => each.processor));
    console.log(
      `  ${name.padEnd(28)} ${middle.toFixed(0).padStart(6)} ms  of the processor ${processor.toFixed(0).padStart(6)} ms  ` +
        `${memory.toFixed(0).padStart(5)} MiB  ${(middle / ours).toFixed(2).padStart(5)} times durascope's time`,
    );
  }
}

function asked(part) {
  return options.only === '' || options.only === part;
}

/** One server, from start to end, with all that is typed. */
async function session(project, results, memory) {
  const texts = bigFiles(project, CONFIG_LINES, CODE_LINES);
  const client = new LspClient([durascope, 'lsp'], project);
  await client.initialize(project);
  const documents = {};
  for (const [name, text] of Object.entries(texts)) {
    const document = { uri: pathToFileURL(join(project, name)).href, version: 1, text };
    documents[name] = document;
    client.notify('textDocument/didOpen', { textDocument: { ...document, languageId: name.endsWith('.ts') ? 'typescript' : 'toml' } });
  }
  await settled(client, documents);
  memory.opened.push(residentMebibytes(client.pid));
  for (const [i, typing] of TYPING.entries()) await type(client, documents, typing, results[i]);
  memory.typed.push(residentMebibytes(client.pid));
  await client.end();
}

async function type(client, documents, { file, at, text }, { millis, processor, first }) {
  const document = documents[file];
  const start = document.text.indexOf(at);
  if (start < 0) throw new Error(`there is no ${JSON.stringify(at)} to type before`);
  let typed = 0;
  const press = () => {
    const erase = typed === text.length;
    const change = erase ? edit(document, start, typed, '') : edit(document, start + typed, 0, text[typed]);
    typed = erase ? 0 : typed + 1;
    return answered(client, documents, file, change);
  };
  for (let i = 0; i < options.warm; i++) {
    const took = await press();
    if (i < FIRST_KEYS) first.push(took);
  }
  const before = processorSeconds(client.pid);
  for (let i = 0; i < options.keys; i++) millis.push(await press());
  processor.push(((processorSeconds(client.pid) - before) * 1_000) / options.keys);
  await answered(client, documents, file, edit(document, start, typed, ''));
  await settled(client, documents);
}

/** Makes an edit of a document; what is to be told of it. */
function edit(document, offset, length, text) {
  const range = { start: position(document.text, offset), end: position(document.text, offset + length) };
  document.text = document.text.slice(0, offset) + text + document.text.slice(offset + length);
  document.version++;
  return { textDocument: { uri: document.uri, version: document.version }, contentChanges: [{ range, text }] };
}

function position(text, offset) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1).length };
}

/**
 * How many milliseconds a change takes to become diagnostics. Those of an open configuration are
 * published after each change, the last of all, and with its version if that is what was changed.
 */
async function answered(client, documents, file, change) {
  await pause(options.pause);
  client.forget();
  const { uri } = documents[CONFIG];
  const isAnswer = (publication) => publication.uri === uri && (file !== CONFIG || publication.version === change.textDocument.version);
  const begun = performance.now();
  client.notify('textDocument/didChange', change);
  await client.published(`diagnostics after a change of ${file}`, isAnswer);
  return performance.now() - begun;
}

/** Waits until all that was told is checked, and expects that there is nothing wrong with it. */
async function settled(client, documents) {
  for (const { uri } of Object.values(documents)) {
    // What leads to code is answered by the one thread that checks, in the order of what it was told.
    await client.request('textDocument/definition', { textDocument: { uri }, position: { line: 0, character: 0 } });
    const faults = client.diagnostics(uri).filter(({ severity }) => severity <= WARNING);
    if (faults.length > 0) throw new Error(`faults in ${uri}: ${JSON.stringify(faults.slice(0, 3))}`);
  }
}

/** What checks a project; ours first. The folder is made, and has the packages that they look for. */
function checkers(project) {
  const { command, environment } = wrangler(options.tools, 'deploy', '--dry-run', '--outdir', join(folder, 'dry-run'));
  const modules = Object.fromEntries(
    TYPESCRIPTS.map((version) => [version, install(join(options.tools, `typescript-${version}`), { typescript: version, ...TYPES })]),
  );
  manyModules(project, options.modules, {
    wrangler: join(options.tools, 'node_modules', 'wrangler'),
    '@cloudflare/workers-types': join(modules[TYPESCRIPTS[0]], '@cloudflare', 'workers-types'),
  });
  return [
    { name: 'durascope check', command: [durascope, 'check'], environment: {}, turns: [] },
    { name: 'wrangler deploy --dry-run', command, environment: { ...environment, WRANGLER_LOG_PATH: join(folder, 'logs') }, turns: [] },
    ...TYPESCRIPTS.map((version) => ({
      name: `tsc --noEmit (${version})`,
      command: [command[0], join(modules[version], 'typescript', 'bin', 'tsc'), '--noEmit', '-p', '.'],
      environment: {},
      turns: [],
    })),
  ];
}

/** How many milliseconds one process took, by the clock and of the processor. */
async function turn(subject, project) {
  const before = processorMillisOfChildren();
  const begun = performance.now();
  await run(subject, project, () => {});
  return { millis: performance.now() - begun, processor: processorMillisOfChildren() - before };
}

/** The most memory that a process and all it has started were seen with, in MiB. */
async function peakMemory(subject, project) {
  let peak = 0;
  await run(subject, project, async (child) => {
    while (child.exitCode === null) {
      peak = Math.max(peak, residentMebibytes(child.pid));
      await pause(MEMORY_POLL_MILLIS);
    }
  });
  return peak;
}

async function run({ name, command: [program, ...words], environment }, project, watch) {
  const child = spawn(program, words, { cwd: project, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const exit = once(child, 'exit');
  await watch(child);
  const [code] = await exit;
  if (code !== 0) throw new Error(`${name} ended with ${code}:\n${output}`);
}

/** Of all processes that this one has started and that have ended, and of what those had started. */
function processorMillisOfChildren() {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[13]) + Number(fields[14])) * 1_000) / TICKS_PER_SECOND;
}

function quantile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}
