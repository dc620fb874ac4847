/**
 * What debugging costs: `durascope dap` beside `wrangler dev` with a bare client on its inspector.
 *
 *     bench/debug [--runs N] [--seconds N] [--tools DIR] [--only start|slow|hot]
 *
 * Three questions, asked round by round, the subjects taking turns; said are medians, and ratios,
 * which travel between machines:
 *
 *   start   from the command to the first stop in an object
 *   slow    a request for the processor's work and one for storage's, with a debugger attached and no
 *           breakpoint, against `durascope dev`
 *   hot     a line that is run 1,000 times: without a breakpoint, with one whose condition is never
 *           true, and with one that stops each time and is told to go on
 */
import { join } from 'node:path';
import { durascope, inspected, within } from './debuggers.mjs';
import { readOptions } from './options.mjs';
import { DEFAULT_TOOLS, ROOT, median, start, subjects } from './subjects.mjs';

const options = readOptions({ runs: 5, seconds: 4, tools: DEFAULT_TOOLS, only: '' });
const { runs, seconds } = options;
const PROJECT = join(ROOT, 'bench', 'projects', 'debug');
const HITS = 1_000;

const [dev, ...wranglers] = subjects(options.tools);
const DEBUGGERS = [
  { name: 'durascope dap', open: (marker) => durascope(PROJECT, marker) },
  ...wranglers.map((subject) => ({ name: subject.name, open: (marker) => inspected(subject, PROJECT, marker, options.tools) })),
];

if (asked('start')) {
  const times = await rounds(DEBUGGERS, async ({ open }) => {
    const begun = performance.now();
    const debug = await open('start');
    const answer = ask(`${debug.url}/stop`);
    const stop = await debug.stopped();
    const millis = performance.now() - begun;
    await debug.resume(stop);
    await within('an answer after the last stop', answer);
    await debug.end();
    return { start: millis };
  });
  tell('start to first stop', times, 'start', 'ms');
}

if (asked('slow')) {
  const attached = [{ name: dev.name, open: () => running(dev) }, ...DEBUGGERS];
  const times = await rounds(attached, async ({ open }) => {
    const subject = await open();
    const result = { cpu: await perRequest(`${subject.url}/cpu`), io: await perRequest(`${subject.url}/io`) };
    await subject.end();
    return result;
  });
  tell('a request for the processor', times, 'cpu', 'ms');
  tell('a request for storage', times, 'io', 'ms');
}

if (asked('hot')) {
  const times = await rounds(DEBUGGERS, async ({ open }) => {
    const debug = await open();
    const free = await perRequest(`${debug.url}/hot`);
    await debug.breakAt('hot', 'i < 0');
    const condition = await perRequest(`${debug.url}/hot`);
    await debug.clear();
    await debug.breakAt('hot');
    const begun = performance.now();
    const answer = ask(`${debug.url}/hot`);
    for (let i = 0; i < HITS; i++) await debug.resume(await debug.stopped());
    await within('an answer after the last stop', answer);
    const stops = performance.now() - begun;
    await debug.end();
    return { free, condition, stops: HITS / (stops / 60_000) };
  });
  tell(`${HITS} times a line, no breakpoint`, times, 'free', 'ms');
  tell(`${HITS} times a line, a condition that is false`, times, 'condition', 'ms');
  tell(`${HITS} stops`, times, 'stops', 'a minute');
}

/** `durascope dev` without a debugger. */
async function running(subject) {
  const { port, stop } = await start(subject, PROJECT);
  return { url: `http://127.0.0.1:${port}`, end: stop };
}

/** A request and its answer, which may be held by a debugger. */
async function ask(url) {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
}

/** The median of the milliseconds that a request takes, warm. */
async function perRequest(url) {
  await repeat(url, seconds / 2);
  return median(await repeat(url, seconds));
}

async function repeat(url, forSeconds) {
  const times = [];
  const end = performance.now() + forSeconds * 1000;
  while (performance.now() < end) {
    const begun = performance.now();
    await within(`an answer from ${url}`, ask(url));
    times.push(performance.now() - begun);
  }
  return times;
}

/** What `measure` finds for each subject, round by round; the first, which fills caches, does not count. */
async function rounds(measured, measure) {
  const found = measured.map((subject) => ({ ...subject, results: [] }));
  for (let round = 0; round <= runs; round++) {
    for (const subject of found) {
      const result = await measure(subject);
      if (round > 0) subject.results.push(result);
    }
    process.stderr.write(round === 0 ? 'warmed up\n' : `round ${round} of ${runs}\n`);
  }
  return found;
}

function tell(what, measured, key, unit) {
  console.log(what);
  const of = ({ results }) => median(results.map((result) => result[key]));
  const first = of(measured[0]);
  for (const subject of measured) {
    const value = of(subject);
    console.log(`  ${subject.name.padEnd(20)} ${value.toFixed(value < 100 ? 2 : 0).padStart(9)} ${unit}   ${(value / first).toFixed(2)} times ${measured[0].name}'s`);
  }
}

function asked(name) {
  return options.only === '' || options.only === name;
}
