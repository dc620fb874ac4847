/**
 * Kills `durascope dev` at random moments under load, and looks at what is left.
 *
 *     bench/crash [--kills N] [--seed N] [--command PROGRAM]
 *
 * Clients write to several objects and remember what was acknowledged. After each SIGKILL the command
 * is started anew on the same storage, and must show, of each object:
 *
 *   - every acknowledged write, and of those that were under way all or nothing
 *   - the same number in all the places that one turn has written to: keys, rows, alarm
 *   - a sound file (PRAGMA quick_check)
 *   - every alarm that was set run, once its time has come
 *
 * Every other life is one with --hibernate-always, so that also the instances are gone after each
 * event; every tenth kill hits the start.
 *
 * A process that dies leaves what it has written to the operating system. So this says nothing of a
 * loss of power: files are written with `synchronous = NORMAL`, which then may lose the last commits,
 * though never a part of one. On a machine for development that is worth the time of an fsync a turn.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readOptions } from './options.mjs';
import { freePort } from './ports.mjs';

const ROOT = join(import.meta.dirname, '..');
const START_LIMIT_MILLIS = 120_000;
/** Alarms are set a quarter of a second ahead; a restart finds them late. */
const ALARM_LIMIT_MILLIS = 30_000;
const POLL_MILLIS = 10;
const MOST_ANSWERS_OF_A_LIFE = 100;
const LONGEST_MOMENT_MILLIS = 20;
const LEDGERS = 4;
const COUNTERS = 2;
/** At once, to the same counter. */
const CLIENTS_OF_A_COUNTER = 3;

const options = readOptions({ kills: 200, seed: (Date.now() % 1e9) + 1, command: join(ROOT, 'durascope') });
const { kills } = options;

const random = numbers(options.seed);
const folder = mkdtempSync(join(tmpdir(), 'durascope-crash-'));
const project = join(folder, 'crash');
cpSync(join(ROOT, 'bench', 'projects', 'crash'), project, { recursive: true });

const ledgers = Array.from({ length: LEDGERS }, (_, i) => ({ path: `/LEDGERS/ledger-${i}`, acknowledged: 0, sent: 0 }));
const counters = Array.from({ length: COUNTERS }, (_, i) => ({ path: `/COUNTERS/counter-${i}`, acknowledged: 0, sent: 0 }));
const totals = { acknowledged: 0, underWay: 0, keptOfThose: 0, killedInStart: 0, alarms: 0 };
const faults = [];
let current;

// An early end says what was found so far; a second signal ends at once.
let enough = false;
for (const name of ['SIGINT', 'SIGTERM']) {
  process.on(name, () => (enough ? end(130) : (enough = true)));
}
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const begun = performance.now();
let life = await start([]);
let done = 0;
for (let kill = 1; kill <= kills && !enough && faults.length === 0; kill++, done++) {
  if (kill % 10 === 0) {
    await dieInStart(life);
    process.stderr.write(`${kill} of ${kills} kills, ${totals.acknowledged} acknowledged writes\n`);
  } else {
    await dieUnderLoad(life);
  }
  life = await start(kill % 2 === 0 ? [] : ['--hibernate-always']);
  await check(life, kill);
}
await stop(life);
const seconds = Math.round((performance.now() - begun) / 1000);
const { acknowledged, underWay, keptOfThose, killedInStart, alarms } = totals;
console.log(`${done} kills, ${killedInStart} of them in the start, in ${seconds} s; seed ${options.seed}`);
console.log(`${acknowledged} acknowledged writes, ${faults.length === 0 ? 'none lost' : 'see below'}`);
console.log(`${underWay} writes under way when killed, ${keptOfThose} of them kept whole`);
console.log(`${alarms} alarms set, all run`);
faults.forEach((fault) => console.error(`FAULT ${fault}`));
end(faults.length === 0 ? 0 : 1);

/** Clients write; after some answers and a moment more the process is killed. */
async function dieUnderLoad(life) {
  const clients = [
    ...ledgers.map((ledger) => writeOn(life, ledger, () => ledger.sent + 1)),
    ...counters.flatMap((counter) => Array.from({ length: CLIENTS_OF_A_COUNTER }, () => writeOn(life, counter, () => 0))),
  ];
  const goal = totals.acknowledged + Math.ceil(random() * MOST_ANSWERS_OF_A_LIFE);
  while (totals.acknowledged < goal && faults.length === 0) await pause(1);
  await pause(random() * LONGEST_MOMENT_MILLIS);
  await murder(life);
  await Promise.all(clients);
}

/** A start on what a killed process has left is itself killed. */
async function dieInStart(life) {
  await murder(life);
  const next = await spawned([]);
  await pause(random() * 1_500);
  await murder(next);
  totals.killedInStart++;
}

/** A client: writes, waits for the answer, writes again, until nobody answers. */
async function writeOn(life, object, next) {
  while (!life.dead) {
    const n = next();
    object.sent = Math.max(object.sent + (n === 0 ? 1 : 0), n);
    const answer = await ask(life, `${object.path}/write/${n}`);
    if (answer === undefined) return;
    if (answer.status !== 200) {
      if (!life.dead) faults.push(`${object.path} answered ${answer.status}: ${answer.text}`);
      return;
    }
    object.acknowledged = Math.max(object.acknowledged, JSON.parse(answer.text));
    totals.acknowledged++;
  }
}

async function check(life, kill) {
  const fault = (object, text, state) => faults.push(`after kill ${kill}, ${object.path}: ${text}; ${JSON.stringify(state)}`);
  for (const ledger of ledgers) {
    let state = await stateOf(life, ledger);
    const { left, right, key, entries, last, wrongTexts, alarmsSet, check } = state;
    if (new Set([left, right, key, entries, last, alarmsSet]).size !== 1) fault(ledger, 'half of a write', state);
    if (wrongTexts !== 0) fault(ledger, 'a row that nobody wrote', state);
    if (check !== 'ok') fault(ledger, 'the file is damaged', state);
    settle(ledger, left, state, fault);
    const deadline = performance.now() + ALARM_LIMIT_MILLIS;
    while (state.alarmsWaiting > 0 && performance.now() < deadline) {
      await pause(POLL_MILLIS);
      state = await stateOf(life, ledger);
    }
    if (state.alarmsWaiting > 0) fault(ledger, 'an alarm that never ran', state);
  }
  for (const counter of counters) {
    const state = await stateOf(life, counter);
    if (state.n !== state.at) fault(counter, 'half of a write', state);
    settle(counter, state.n, state, fault);
  }
  totals.alarms = ledgers.reduce((sum, ledger) => sum + ledger.acknowledged, 0);
}

/** Compares with what the clients know, and goes on from what is stored. */
function settle(object, stored, state, fault) {
  if (stored < object.acknowledged) fault(object, `${object.acknowledged} was acknowledged`, state);
  if (stored > object.sent) fault(object, `no more than ${object.sent} were sent`, state);
  totals.underWay += object.sent - object.acknowledged;
  totals.keptOfThose += stored - object.acknowledged;
  object.sent = stored;
  object.acknowledged = stored;
}

async function stateOf(life, object) {
  const answer = await ask(life, `${object.path}/state`);
  if (answer?.status !== 200) throw new Error(`${object.path} gave ${answer?.status}: ${answer?.text}\n${life.output}`);
  return JSON.parse(answer.text);
}

// ---- the process

async function spawned(words) {
  const port = await freePort();
  const child = spawn(options.command, ['dev', '--port', String(port), '--ip', '127.0.0.1', ...words], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const life = { child, port, output: '', dead: false, agent: new Agent({ keepAlive: true }) };
  current = life;
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (life.output += chunk));
  life.exit = once(child, 'exit').then(() => (life.dead = true));
  return life;
}

async function start(words = []) {
  const life = await spawned(words);
  const deadline = performance.now() + START_LIMIT_MILLIS;
  while ((await ask(life, '/'))?.status !== 200) {
    if (life.dead) throw new Error(`the command ended by itself:\n${life.output}`);
    if (performance.now() > deadline) throw new Error(`the command does not answer:\n${life.output}`);
    await pause(POLL_MILLIS);
  }
  return life;
}

/** The whole process group, so that nobody is left to clean up. */
async function murder(life) {
  life.dead = true;
  signal(life, 'SIGKILL');
  await life.exit;
  life.agent.destroy();
}

async function stop(life) {
  signal(life, 'SIGINT');
  await life.exit;
  life.agent.destroy();
}

function signal({ child }, name) {
  try {
    process.kill(-child.pid, name);
  } catch (e) {
    if (e.code !== 'ESRCH') throw e;
  }
}

function end(code) {
  if (current && !current.dead) signal(current, 'SIGKILL');
  process.exit(code);
}

// ---- small things

/** One request; nothing if there is nobody to answer it. */
function ask({ port, agent }, path) {
  return new Promise((settle) => {
    const asked = request({ host: '127.0.0.1', port, path, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => settle({ status: response.statusCode, text }));
      response.on('error', () => settle(undefined));
    });
    asked.on('error', () => settle(undefined));
    asked.end();
  });
}

/** Random numbers from 0 to 1, the same for the same seed (mulberry32). */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
