/**
 * Asks wrangler what it says of projects with one planted mistake or none, and keeps its answers,
 * for `OracleTest` to hold ours against them.
 *
 *     node record.mjs [--seed N] [--projects N] [--print]     --print: only the projects, unjudged
 *
 * Each project is judged by `wrangler deploy --dry-run`, kept off the network, in a folder of its
 * own. projects.jsonl then has one project a line: its files, what was planted and the lines of
 * the configuration that hold it, wrangler's exit code, errors and warnings.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { write } from './config.mjs';
import { BROKEN, MISTAKES } from './mistakes.mjs';
import { chance, code, soundProject } from './project.mjs';
import { install, wrangler } from './tools.mjs';

/** One in so many is sound. */
const SOUND_SHARE = 0.3;
const AT_ONCE = 2;
/** Wrangler colours its messages whether asked to or not. */
const COLOURS = /\u001b\[[\d;]*m/g;

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '2026' },
    projects: { type: 'string', default: '300' },
    print: { type: 'boolean', default: false },
  },
});

const projects = generate(Number(options.seed), Number(options.projects));
if (options.print) {
  for (const project of projects) console.log(JSON.stringify(project));
} else {
  install();
  let done = 0;
  const waiting = [...projects];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let project = waiting.shift(); project; project = waiting.shift()) {
        Object.assign(project, await judged(project));
        if (++done % 20 === 0) process.stderr.write(`${done} of ${projects.length}\n`);
      }
    }),
  );
  writeFileSync(join(import.meta.dirname, 'projects.jsonl'), projects.map((project) => `${JSON.stringify(project)}\n`).join(''));
}

/** Every mistake in turn, as long as there are projects, with sound projects in between. */
function generate(seed, count) {
  const random = chance(seed);
  const mistakes = random.shuffled([...Object.keys(MISTAKES), ...Object.keys(BROKEN)]);
  const made = [];
  for (let next = 0; made.length < count; ) {
    if (random.is(SOUND_SHARE)) {
      made.push(written(soundProject(random), 'nothing'));
      continue;
    }
    const planted = mistakes[next++ % mistakes.length];
    const project = soundProject(random);
    if (planted in BROKEN) {
      made.push(broken(project, planted) ?? written(project, 'nothing'));
    } else if (MISTAKES[planted](project, random) !== false) {
      made.push(written(project, planted));
    } else {
      next--;
    }
  }
  return made;
}

function written(project, planted) {
  const file = `wrangler.${project.format}`;
  const { text, lines } = write(project.config, project.format, project.style);
  return { planted, file, lines, environment: project.environment, files: { [file]: text, ...code(project) } };
}

/** The text itself is damaged; undefined where it has no place for that. */
function broken(project, planted) {
  const whole = written(project, planted);
  const change = BROKEN[planted][project.format === 'toml' ? 'toml' : 'json'];
  const text = whole.files[whole.file];
  const found = change && change[0].exec(text);
  if (!found) return undefined;
  whole.files[whole.file] = text.replace(...change);
  const line = text.slice(0, found.index).split('\n').length;
  const end = whole.files[whole.file].split('\n').length;
  whole.lines = Array.from({ length: end - line + 1 }, (_, index) => line + index);
  return whole;
}

async function judged({ file, files, environment }) {
  const words = ['deploy', '--dry-run', '--config', file];
  if (environment) words.push('--env', environment);
  const { exit, output, folder } = await wrangler(files, words);
  return { exit, errors: messages(output, 'ERROR', folder), warnings: messages(output, 'WARNING', folder) };
}

/** The paragraphs that begin with a sign and `[KIND]`, each to the next blank line that ends its list. */
function messages(output, kind, folder) {
  const found = [];
  let open;
  for (const line of output.replace(COLOURS, '').replaceAll(folder, '').split('\n')) {
    const head = /^\S \[(ERROR|WARNING)\] (.*)$/.exec(line);
    if (head) {
      open = head[1] === kind ? [head[2]] : undefined;
      if (open) found.push(open);
    } else if (/^\S/.test(line)) {
      open = undefined;
    } else if (open && line.trim() !== '') {
      open.push(line.trim());
    }
  }
  return found.map((lines) => lines.join('\n'));
}
