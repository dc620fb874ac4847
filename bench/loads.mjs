/**
 * Loads that are put on running subjects, and what is said of them: how much was done in a second, and
 * how long it took.
 *
 * A load is `{ name, run(port, seconds) }`, and `run` gives `{ perSecond, median, p99 }`, times in
 * milliseconds.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { median, residentMebibytes, start } from './subjects.mjs';

/** An answer later than this is an error. */
const LATEST_ANSWER_SECONDS = 30;

/** Requests of wrk; `script` says more of them in Lua, and is given `words`. */
export function wrk(port, path, { connections, seconds, script = 'wrk.lua', words = [] }) {
  const folder = import.meta.dirname;
  const load = [`-c${connections}`, `-d${seconds}s`, '-t1', '--timeout', `${LATEST_ANSWER_SECONDS}s`];
  let text;
  try {
    text = execFileSync('wrk', [...load, '-s', join(folder, script), `http://127.0.0.1:${port}${path}`, '--', ...words.map(String)], {
      encoding: 'utf8',
      env: { ...process.env, WRK_REPORT: join(folder, 'wrk.lua') },
    });
  } catch (e) {
    if (e.code !== 'ENOENT') throw e;
    console.error('the benchmark needs wrk (Debian: apt-get install wrk)');
    process.exit(2);
  }
  const result = JSON.parse(text.slice(text.indexOf('{"')));
  if (result.errors > 0) throw new Error(`${result.errors} requests for ${path} failed`);
  return result;
}

/** Messages of WebSockets, each client with as many under way as the window says. */
export function webSockets(port, path, { clients, window, seconds }) {
  const words = [join(import.meta.dirname, 'sockets.mjs'), port, path, clients, window, seconds];
  return JSON.parse(execFileSync(process.execPath, words.map(String), { encoding: 'utf8' }));
}

/**
 * Puts each load on each subject, warm, in as many rounds, and prints medians. The first subject is
 * the one that the others are compared with. The subjects take turns, so that a slow minute of the
 * machine hits all of them.
 */
export async function compare(subjects, project, loads, { runs, warm, seconds }) {
  const measured = subjects.map((subject) => ({ ...subject, results: loads.map(() => []), idle: [], loaded: [] }));
  for (let round = 1; round <= runs; round++) {
    for (const subject of measured) await putOn(subject, project, loads, { warm, seconds });
    process.stderr.write(`round ${round} of ${runs}\n`);
  }
  loads.forEach(({ name }, i) => tell(name, measured, i));
  console.log('resident memory, after the first answer and after the load');
  for (const { name, idle, loaded } of measured) {
    console.log(`  ${name.padEnd(20)} ${median(idle).toFixed(0).padStart(7)} MiB ${median(loaded).toFixed(0).padStart(7)} MiB`);
  }
}

async function putOn(subject, project, loads, { warm, seconds }) {
  const started = await start(subject, project);
  try {
    subject.idle.push(residentMebibytes(started.pid));
    for (const [i, load] of loads.entries()) {
      try {
        load.run(started.port, warm);
        subject.results[i].push(load.run(started.port, seconds));
      } catch (cause) {
        throw new Error(`${load.name}: ${subject.name} did not bear it`, { cause });
      }
    }
    subject.loaded.push(residentMebibytes(started.pid));
  } finally {
    await started.stop();
  }
}

function tell(name, measured, load) {
  console.log(name);
  const of = (subject, key) => median(subject.results[load].map((result) => result[key]));
  const [first] = measured;
  for (const subject of measured) {
    const rate = of(subject, 'perSecond');
    const times = (key) => (of(first, key) / of(subject, key)).toFixed(2);
    const ratio = subject === first ? '' : `${first.name} has ${times('perSecond')} times as many, p99 ${times('p99')} times`;
    console.log(
      `  ${subject.name.padEnd(20)} ${rate.toFixed(rate < 100 ? 1 : 0).padStart(7)} /s   median ${of(subject, 'median').toFixed(2)} ms   p99 ${of(subject, 'p99').toFixed(2)} ms   ${ratio}`,
    );
  }
}
