/**
 * How long from the command to the first answer of an object: `durascope dev` against `wrangler dev`.
 *
 *     bench/startup [--runs N] [--project DIR] [--path PATH] [--tools DIR]
 *
 * Each run starts the command on a fresh copy of the project with empty storage, asks for PATH until
 * it is answered, and stops everything it started. The subjects take turns, so that a slow minute of
 * the machine hits all of them; what is said are medians, and the ratio, which travels between
 * machines as milliseconds do not. One run of each goes before and does not count: it builds, installs
 * and fills caches.
 */
import { join } from 'node:path';
import { readOptions } from './options.mjs';
import { DEFAULT_TOOLS, ROOT, median, start, subjects } from './subjects.mjs';

const options = readOptions({
  runs: 9,
  project: join(ROOT, 'examples', 'counter'),
  path: '/named/bench',
  tools: DEFAULT_TOOLS,
});
const { runs } = options;

const measured = subjects(options.tools).map((subject) => ({ ...subject, millis: [] }));
for (let round = 0; round <= runs; round++) {
  for (const subject of measured) {
    const started = await start(subject, options.project, options.path);
    await started.stop();
    if (round > 0) subject.millis.push(started.millis);
  }
  process.stderr.write(round === 0 ? 'warmed up\n' : `round ${round} of ${runs}\n`);
}

const ours = median(measured[0].millis);
for (const { name, millis } of measured) {
  const middle = median(millis);
  const spread = `${Math.round(Math.min(...millis))}–${Math.round(Math.max(...millis))}`;
  console.log(`${name.padEnd(20)} ${String(Math.round(middle)).padStart(6)} ms  (${spread})  ${(middle / ours).toFixed(2)} times durascope's`);
}
