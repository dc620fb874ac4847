// Puts the durascope command into the extension: server/ becomes a copy of the distribution in
// cli/target/durascope. With --jre, server/jre becomes a Java runtime that has just the modules the
// command needs, so that the extension needs no JDK on the user's machine.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const JAVA_VERSION = 25;

// What jdeps finds, but what nothing in the command ever reaches.
const UNREACHED_MODULES = [
  'java.desktop', // ICU's shaping of text for AWT
  'jdk.internal.vm.ci', // the interface to the Graal compiler, which the distribution does not hold
];

// What is found by name at run time, where jdeps does not look.
const MODULES_BY_NAME = [
  'jdk.charsets', // the encodings of TextDecoder
  'jdk.zipfs', // file systems in jars
];

const extension = resolve(import.meta.dirname, '..');
const distribution = resolve(extension, '..', 'cli', 'target', 'durascope');
const server = join(extension, 'server');
const runtime = join(server, 'jre');

if (!existsSync(join(distribution, 'bin', 'durascope'))) {
  fail(`There is no distribution at ${distribution}. Build it first: mvn -DskipTests package`);
}
rmSync(server, { recursive: true, force: true });
cpSync(distribution, server, { recursive: true });
if (process.argv.includes('--jre')) {
  linkRuntime();
}
// The very command that users will run; it also finds what the runtime lacks.
execFileSync(join(server, 'bin', 'durascope'), ['--version'], {
  stdio: 'inherit',
  env: { PATH: '/usr/bin:/bin', HOME: process.env.HOME ?? '/' },
});

function linkRuntime() {
  const jdk = findJdk();
  const library = join(server, 'lib');
  const jars = readdirSync(library)
    .filter((name) => name.endsWith('.jar'))
    .map((name) => join(library, name));
  const needed = run(join(jdk, 'bin', 'jdeps'), [
    ...['--print-module-deps', '--ignore-missing-deps', '--multi-release', String(JAVA_VERSION)],
    ...['--class-path', jars.join(':'), ...jars],
  ]);
  const found = needed.trim().split('\n').at(-1).split(',');
  const modules = [...found.filter((name) => !UNREACHED_MODULES.includes(name)), ...MODULES_BY_NAME];
  run(join(jdk, 'bin', 'jlink'), [
    ...['--add-modules', modules.join(','), '--output', runtime],
    ...[
      '--strip-java-debug-attributes',
      '--no-header-files',
      '--no-man-pages',
      '--compress',
      'zip-6',
      '--generate-cds-archive',
    ],
  ]);
}

function findJdk() {
  const installed = existsSync('/usr/lib/jvm')
    ? readdirSync('/usr/lib/jvm').map((name) => join('/usr/lib/jvm', name))
    : [];
  const candidates = [process.env.DURASCOPE_JAVA_HOME, process.env.JAVA_HOME, ...installed].filter(
    (path) => path !== undefined,
  );
  const jdk = candidates.find((path) => existsSync(join(path, 'bin', 'jlink')) && versionOf(path) === JAVA_VERSION);
  return jdk ?? fail(`A Java runtime is made by a JDK ${JAVA_VERSION}, and none was found. Set JAVA_HOME to one.`);
}

function versionOf(jdk) {
  const release = join(jdk, 'release');
  const version = existsSync(release) ? /^JAVA_VERSION="(\d+)/m.exec(readFileSync(release, 'utf8')) : null;
  return version === null ? undefined : Number(version[1]);
}

function run(command, parameters) {
  return execFileSync(command, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
