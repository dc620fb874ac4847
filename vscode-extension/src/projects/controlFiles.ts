/**
 * Finds projects that `durascope dev` runs in a terminal: while it runs, the command keeps the file
 * `.wrangler/durascope/control.json` in the project, readable by its owner only.
 *
 * A file whose process is gone was left behind by a crash; it is passed over.
 */
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { readControlFile } from '../control/address.ts';
import type { RunningProjects } from './projects.ts';

const CONTROL_FILES = '**/.wrangler/durascope/control.json';
const MAX_CONTROL_FILES = 50;

export class ControlFiles {
  readonly #projects: RunningProjects;
  readonly #output: vscode.LogOutputChannel;

  constructor(projects: RunningProjects, output: vscode.LogOutputChannel) {
    this.#projects = projects;
    this.#output = output;
  }

  watch(): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(CONTROL_FILES);
    watcher.onDidCreate((file) => void this.#read(file));
    watcher.onDidChange((file) => void this.#read(file));
    watcher.onDidDelete((file) => {
      this.#projects.remove(file.fsPath);
    });
    void this.#findPresent();
    return watcher;
  }

  async #findPresent(): Promise<void> {
    const files = await vscode.workspace.findFiles(CONTROL_FILES, '**/node_modules/**', MAX_CONTROL_FILES);
    await Promise.all(files.map((file) => this.#read(file)));
  }

  async #read(file: vscode.Uri): Promise<void> {
    try {
      const { pid, ...address } = readControlFile(await readFile(file.fsPath, 'utf8'));
      if (pid !== null && !isAlive(pid)) {
        this.#output.info(`${file.fsPath}: left behind by process ${pid}, which is gone`);
        return;
      }
      this.#projects.add(file.fsPath, address);
    } catch (error) {
      this.#output.warn(`${file.fsPath}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
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
