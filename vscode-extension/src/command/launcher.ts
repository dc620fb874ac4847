/**
 * The `durascope` command, seen from the editor: found anew each time it is needed, since settings
 * change; and when it cannot be found or does not start, the user hears why, and what to do.
 */
import * as vscode from 'vscode';
import { findCommand, type DurascopeCommand } from './find.ts';
import { probe, type ServerName } from './probe.ts';

const TITLES: Readonly<Record<ServerName, string>> = { lsp: 'The language server', dap: 'The debugger' };

type Setting = 'durascope.path' | 'durascope.javaHome';

export class Launcher {
  readonly #extensionFolder: string;
  readonly #output: vscode.LogOutputChannel;

  constructor(extensionFolder: string, output: vscode.LogOutputChannel) {
    this.#extensionFolder = extensionFolder;
    this.#output = output;
  }

  /** The command; or `undefined`, and then the user has been told why. */
  find(): DurascopeCommand | undefined {
    const settings = vscode.workspace.getConfiguration('durascope');
    const search = findCommand({
      path: settings.get('path', ''),
      javaHome: settings.get('javaHome', ''),
      extensionFolder: this.#extensionFolder,
      workspaceFolder: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath,
    });
    if (search.kind === 'found') {
      return search.command;
    }
    void this.#report(search.problem, 'durascope.path');
    return undefined;
  }

  /** After a start that failed: finds out why, and tells. */
  async explainFailure(command: DurascopeCommand, server: ServerName): Promise<void> {
    const result = await probe(command, server);
    if (result.kind === 'works') {
      await this.#report(`${TITLES[server]} ended unexpectedly. The output may say more.`, undefined);
    } else {
      await this.#report(`${TITLES[server]} could not be started: ${result.problem}`, 'durascope.javaHome');
    }
  }

  async #report(problem: string, setting: Setting | undefined): Promise<void> {
    this.#output.error(problem);
    const openSettings = 'Open Settings';
    const showOutput = 'Show Output';
    const actions = setting === undefined ? [showOutput] : [openSettings, showOutput];
    const chosen = await vscode.window.showErrorMessage(problem, ...actions);
    if (chosen === openSettings) {
      await openSetting(setting);
    } else if (chosen === showOutput) {
      this.#output.show();
    }
  }
}

/** Paths belong to the machine that runs the command; in a remote window that is the remote one. */
async function openSetting(setting: Setting | undefined): Promise<void> {
  const command =
    vscode.env.remoteName === undefined ? 'workbench.action.openSettings' : 'workbench.action.openRemoteSettings';
  await vscode.commands.executeCommand(command, { query: setting });
}
