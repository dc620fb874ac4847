// `npm run e2e [NAME…]`: installs the VS Code under test if it is missing, packs the extension, and
// runs the scenarios, or those whose file names begin with one of the names given.
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { install } from './tools/install.mjs';

const here = import.meta.dirname;
const extension = resolve(here, '..');
const wanted = process.argv.slice(2);
const scenarios = readdirSync(join(here, 'scenarios'))
  .filter((file) => file.endsWith('.e2e.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
  .map((file) => join(here, 'scenarios', file));
if (scenarios.length === 0) {
  console.error(`No scenario is named ${wanted.join(' or ')}.`);
  process.exit(2);
}

install();
rmSync(join(here, 'failures'), { recursive: true, force: true });
// As users get it: with the durascope command inside.
execFileSync(process.execPath, [join(extension, 'scripts', 'package.mjs')], {
  env: { DURASCOPE_BUNDLE: 'server', ...process.env },
  stdio: ['ignore', 'ignore', 'inherit'],
});
// One scenario after another: each fills both cores.
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', '--test', '--test-reporter=spec', '--test-concurrency=1', ...scenarios],
  {
    cwd: extension,
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);
