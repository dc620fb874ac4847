import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DebugSession } from '../../../examples/testing/debug-session.mjs';

const FOLDER = join(import.meta.dirname, '..');
const PACKAGES = join(FOLDER, '..', 'node_modules');

/**
 * A copy of one of the projects, which may be built and edited, beside the packages that all share. It
 * goes with the test `t`.
 */
export function project(t, name) {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'durascope-debugging-')));
  t.after(() => rmSync(parent, { recursive: true, force: true }));
  symlinkSync(PACKAGES, join(parent, 'node_modules'));
  const folder = join(parent, basename(name));
  cpSync(join(FOLDER, name), folder, { recursive: true, filter: (file) => !/^(node_modules|dist|\.wrangler)$/.test(basename(file)) });
  const file = (path) => join(folder, path);
  return { folder, file };
}

/** The line of a file, from 1, that holds a text. */
export function line(file, text) {
  const found = readFileSync(file, 'utf8').split('\n').findIndex((it) => it.includes(text));
  if (found < 0) throw new Error(`${file} has no ${text}`);
  return found + 1;
}

/** A session of the debugger, ended with the test `t`. */
export function session(t) {
  const debug = new DebugSession();
  t.after(() => debug.end());
  return debug;
}

/** Where a frame is: the file's path and the line. */
export const place = ({ source, line: at }) => `${source.path}:${at}`;
