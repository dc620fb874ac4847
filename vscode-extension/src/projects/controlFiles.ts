/**
 * Finds projects that `durascope dev` runs in a terminal: while it runs, the command keeps the file
 * `.wrangler/durascope/control.json` beside the project's configuration, readable by its owner only.
 *
 * A file whose process is gone was left behind by a crash; it is passed over.
 */
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { readControlFile } from '../control/address.ts';
import { FileWatch } from './fileWatch.ts';
import type { RunningProjects } from './projects.ts';

const CONFIG_FILES = '**/wrangler*.{toml,json,jsonc}';
const CONTROL_FILE = ['.wrangler', 'durascope', 'control.json'] as const;
const MAX_CONFIG_FILES = 200;

export class ControlFiles implements vscode.Disposable {
  readonly #projects: RunningProjects;
  readonly #output: vscode.LogOutputChannel;
  readonly #configs = vscode.workspace.createFileSystemWatcher(CONFIG_FILES, false, true, true);
  readonly #watches = new Map<string, FileWatch>();

  constructor(projects: RunningProjects, output: vscode.LogOutputChannel) {
    this.#projects = projects;
    this.#output = output;
    this.#configs.onDidCreate((config) => {
      this.#watchBeside(config);
    });
    void this.#findPresent();
  }

  dispose(): void {
    this.#configs.dispose();
    for (const watch of this.#watches.values()) {
      watch.close();
    }
    this.#watches.clear();
  }

  async #findPresent(): Promise<void> {
    const configs = await vscode.workspace.findFiles(CONFIG_FILES, '**/{node_modules,.wrangler}/**', MAX_CONFIG_FILES);
    for (const config of configs) {
      this.#watchBeside(config);
    }
  }

  #watchBeside(config: vscode.Uri): void {
    const folder = dirname(config.fsPath);
    if (this.#watches.has(folder)) {
      return;
    }
    const watch = new FileWatch(folder, CONTROL_FILE, () => void this.#read(watch.file));
    this.#watches.set(folder, watch);
    void this.#read(watch.file);
  }

  async #read(file: string): Promise<void> {
    try {
      const { pid, ...address } = readControlFile(await readFile(file, 'utf8'));
      if (pid === null || isAlive(pid)) {
        this.#projects.add(file, address);
      } else {
        this.#output.info(`${file}: left behind by process ${pid}, which is gone`);
      }
    } catch (error) {
      this.#projects.remove(file);
      if (!isAbsence(error)) {
        this.#output.warn(`${file}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
