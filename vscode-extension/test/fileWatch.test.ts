import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { FileWatch } from '../src/projects/fileWatch.ts';

let base: string;
let watch: FileWatch;
let wake: () => void;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'durascope-watch-'));
  wake = () => undefined;
  watch = new FileWatch(base, ['a', 'b', 'file'], () => {
    wake();
  });
});

afterEach(() => {
  watch.close();
  rmSync(base, { recursive: true, force: true });
});

test('folders and file made in one go', async () => {
  write('one');
  await seen('one');
});

test('the file changes, goes, and comes again', async () => {
  write('one');
  await seen('one');
  write('two');
  await seen('two');
  rmSync(watch.file);
  await seen(undefined);
  write('three');
  await seen('three');
});

test('the folders go with the file, and all come again', async () => {
  write('one');
  await seen('one');
  rmSync(join(base, 'a'), { recursive: true });
  await seen(undefined);
  write('two');
  await seen('two');
  write('three');
  await seen('three');
});

test('a file that is moved into place', async () => {
  write('one');
  await seen('one');
  writeFileSync(join(base, 'a', 'b', 'other'), 'two');
  renameSync(join(base, 'a', 'b', 'other'), watch.file);
  await seen('two');
});

function write(content: string): void {
  mkdirSync(join(base, 'a', 'b'), { recursive: true });
  writeFileSync(watch.file, content);
}

/**
 * Waits for a hint after which the file has this content; without one the test hangs into its time
 * limit. Then lets the other hints of the same change pass, which must not be taken for the next one's.
 */
async function seen(content: string | undefined): Promise<void> {
  do {
    await new Promise<void>((resolve) => (wake = resolve));
  } while (contentNow() !== content);
  for (let turn = 0; turn < 10; turn++) {
    await setImmediate();
  }
}

function contentNow(): string | undefined {
  return existsSync(watch.file) ? readFileSync(watch.file, 'utf8') : undefined;
}
