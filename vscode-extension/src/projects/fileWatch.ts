/**
 * Tells when one file may have come, changed or gone, also while the folders above it are missing.
 *
 * The editor's own watchers lose what happens in folders that have just been made, and a running
 * project makes folder and file in one go. So each folder on the way to the file is watched by
 * itself, as far as there are any; whenever one of them comes or goes, the watches below it are made
 * anew, and only then is the listener called. It looks at the file itself: a call is a hint to look,
 * and there may be more of them than changes.
 */
import { existsSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

export class FileWatch {
  readonly file: string;
  readonly #base: string;
  readonly #names: readonly string[];
  readonly #onHint: () => void;
  /** One for each folder that exists on the way, the base first. */
  #watchers: FSWatcher[] = [];

  /** `names` lead from the base folder, which exists, to the file. */
  constructor(base: string, names: readonly string[], onHint: () => void) {
    this.#base = base;
    this.#names = names;
    this.#onHint = onHint;
    this.file = join(base, ...names);
    this.#watchFrom(0);
  }

  close(): void {
    this.#closeFrom(0);
  }

  #watchFrom(depth: number): void {
    this.#closeFrom(depth);
    for (let level = depth; level < this.#names.length; level++) {
      const folder = join(this.#base, ...this.#names.slice(0, level));
      const watcher = existsSync(folder) ? this.#watchFolder(folder, level) : undefined;
      if (watcher === undefined) {
        return;
      }
      this.#watchers.push(watcher);
    }
  }

  #watchFolder(folder: string, level: number): FSWatcher | undefined {
    try {
      const watcher = watch(folder, (_, name) => {
        if (name === null || name === this.#names[level]) {
          this.#watchFrom(level + 1);
          this.#onHint();
        }
      });
      // The folder was removed; the one above tells, and watches anew when it is there again.
      watcher.on('error', () => {
        watcher.close();
      });
      return watcher;
    } catch {
      // It went between the look and the watch: the one above tells.
      return undefined;
    }
  }

  #closeFrom(depth: number): void {
    for (const watcher of this.#watchers.splice(depth)) {
      watcher.close();
    }
  }
}
