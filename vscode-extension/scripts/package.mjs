// Makes the .vsix. With DURASCOPE_BUNDLE=server it holds the durascope command too, with
// DURASCOPE_BUNDLE=server+jre also a Java runtime for it, so that the one install needs nothing else.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const extension = resolve(import.meta.dirname, '..');
const bundle = process.env.DURASCOPE_BUNDLE ?? 'none';
const variants = ['none', 'server', 'server+jre'];
if (!variants.includes(bundle)) {
  console.error(`DURASCOPE_BUNDLE is ${bundle}; it may be one of: ${variants.join(', ')}.`);
  process.exit(2);
}

rmSync(join(extension, 'server'), { recursive: true, force: true });
for (const old of readdirSync(extension).filter((name) => name.endsWith('.vsix'))) {
  rmSync(join(extension, old));
}
run(join(extension, 'scripts', 'build.mjs'), []);
if (bundle !== 'none') {
  run(join(extension, 'scripts', 'bundle-server.mjs'), bundle === 'server+jre' ? ['--jre'] : []);
}

const { version } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
// A Java runtime is made for one platform, and so is what holds it.
const platform = `${process.platform}-${process.arch}`;
const target = bundle === 'server+jre' ? ['--target', platform] : [];
const file = bundle === 'server+jre' ? `durascope-${platform}-${version}.vsix` : `durascope-${version}.vsix`;
const vsce = join(dirname(createRequire(import.meta.url).resolve('@vscode/vsce/package.json')), 'vsce');
run(vsce, ['package', '--no-dependencies', '--allow-missing-repository', '--skip-license', ...target, '--out', file]);

function run(script, parameters) {
  execFileSync(process.execPath, [script, ...parameters], { cwd: extension, stdio: ['ignore', 'inherit', 'inherit'] });
}
