/**
 * Asks wrangler what it says of projects with one planted mistake or none, and keeps its answers,
 * for `OracleTest` to hold ours against them.
 *
 *     node record.mjs [--seed N] [--projects N] [--print] [--anew]
 *
 * --print gives only the projects, unjudged. What was asked before, of the very same project, is not
 * asked again, unless by --anew: for another wrangler.
 *
 * Each project is judged by `wrangler deploy --dry-run`, kept off the network, in a folder of its
 * own. projects.jsonl then has one project a line: its files, what was planted, the lines of the
 * configuration and perhaps a file of code that hold it, wrangler's exit code, errors and warnings.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { write } from './config.mjs';
import { BROKEN, MISTAKES } from './mistakes.mjs';
import { chance, code, soundProject } from './project.mjs';
import { install, wrangler } from './tools.mjs';

/** One in so many is sound. */
const SOUND_SHARE = 0.3;
const AT_ONCE = 2;
const RECORD = join(import.meta.dirname, 'projects.jsonl');
/** Wrangler colours its messages whether asked to or not. */
const COLOURS = /\u001b\[[\d;]*m/g;

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '2026' },
    projects: { type: 'string', default: '400' },
    print: { type: 'boolean', default: false },
    anew: { type: 'boolean', default: false },
  },
});

const projects = generate(Number(options.seed), Number(options.projects));
if (options.print) {
  for (const project of projects) console.log(JSON.stringify(project));
} else {
  install();
  let done = 0;
  const known = options.anew ? new Map() : answers();
  const waiting = [...projects];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let project = waiting.shift(); project; project = waiting.shift()) {
        Object.assign(project, known.get(question(project)) ?? (await judged(project)));
        if (++done % 20 !== 0) continue;
        process.stderr.write(`${done} of ${projects.length}\n`);
        // What an interruption leaves is not asked again.
        keep(projects.filter(({ exit }) => exit !== undefined));
      }
    }),
  );
  keep(projects);
}

function keep(projects) {
  writeFileSync(RECORD, projects.map((project) => `${JSON.stringify(project)}\n`).join(''));
}

/** All that wrangler sees of a project. */
function question({ file, environment, files }) {
  return JSON.stringify([file, environment, files]);
}

/** What it said before. */
function answers() {
  const lines = existsSync(RECORD) ? readFileSync(RECORD, 'utf8').trimEnd().split('\n') : [];
  return new Map(
    lines.map((line) => {
      const { exit, errors, warnings, ...project } = JSON.parse(line);
      return [question(project), { exit, errors, warnings }];
    }),
  );
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
    made.push(faulty(mistakes[next++ % mistakes.length], random));
  }
  return made;
}

/** A project that has a place for the mistake, with it. */
function faulty(planted, random) {
  for (;;) {
    const project = soundProject(random);
    if (planted in BROKEN) {
      const made = broken(project, planted);
      if (made) return made;
    } else if (MISTAKES[planted](project, random) !== false) {
      return written(project, planted);
    }
  }
}

function written(project, planted) {
  const file = `wrangler.${project.format}`;
  const { text, lines } = write(project.config, project.format, project.style);
  const { environment, code: faulty } = project;
  return { planted, file, lines, faulty, environment, files: { [file]: text, ...code(project) } };
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
