/**
 * Makes F5 work: fills in a launch configuration when there is none, and offers one for each
 * project in the workspace.
 */
import * as vscode from 'vscode';
import type { Launcher } from '../command/launcher.ts';
import {
  CONFIG_GLOB,
  DEBUG_TYPE,
  isBlank,
  launchOf,
  projectFolders,
  withAbsolutePaths,
  type LaunchConfiguration,
} from './launchConfiguration.ts';

const MAX_CONFIG_FILES = 200;

export class ConfigurationProvider implements vscode.DebugConfigurationProvider {
  readonly #launcher: Launcher;

  constructor(launcher: Launcher) {
    this.#launcher = launcher;
  }

  async provideDebugConfigurations(folder: vscode.WorkspaceFolder | undefined): Promise<vscode.DebugConfiguration[]> {
    const folders = await findProjects(folder);
    return folders.map((project) => {
      const shown = folder === undefined ? project : vscode.workspace.asRelativePath(project, false);
      const isRoot = folder?.uri.fsPath === project;
      const path = isRoot ? '${workspaceFolder}' : `\${workspaceFolder}/${shown}`;
      return {
        ...launchOf(folder === undefined ? project : path),
        name: isRoot ? 'Durable Objects' : `Durable Objects: ${shown}`,
      };
    });
  }

  async resolveDebugConfiguration(
    folder: vscode.WorkspaceFolder | undefined,
    configuration: vscode.DebugConfiguration,
  ): Promise<vscode.DebugConfiguration | undefined> {
    if (!isBlank(configuration)) {
      return configuration;
    }
    const project = await chooseProject(folder);
    return project === undefined ? undefined : { ...launchOf(project) };
  }

  resolveDebugConfigurationWithSubstitutedVariables(
    folder: vscode.WorkspaceFolder | undefined,
    configuration: vscode.DebugConfiguration,
  ): vscode.DebugConfiguration | undefined {
    if (this.#launcher.find() === undefined) {
      // The user has been told why; the session is given up before the editor complains as well.
      return undefined;
    }
    const base = folder?.uri.fsPath ?? vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
    const launch: LaunchConfiguration = configuration;
    return base === undefined ? configuration : { ...withAbsolutePaths(launch, base) };
  }
}

/** Starts a project under the debugger, without any launch.json. */
export async function debugProject(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  const project = await chooseProject(undefined);
  if (project !== undefined) {
    const owner = vscode.workspace.getWorkspaceFolder(vscode.Uri.file(project)) ?? folder;
    await vscode.debug.startDebugging(owner, { ...launchOf(project) });
  }
}

/** The project's folder; `undefined` when there is none (the user is told) or none was chosen. */
async function chooseProject(folder: vscode.WorkspaceFolder | undefined): Promise<string | undefined> {
  const folders = await findProjects(folder);
  const [first, ...others] = folders;
  if (first === undefined) {
    void vscode.window.showErrorMessage(
      'There is no project to run: the workspace has no wrangler configuration (wrangler.toml, wrangler.json or ' +
        'wrangler.jsonc). Create one, or name the project\'s folder as "project" in launch.json.',
    );
    return undefined;
  }
  if (others.length === 0) {
    return first;
  }
  const items = folders.map((path) => ({ label: vscode.workspace.asRelativePath(path), path }));
  const chosen = await vscode.window.showQuickPick(items, { title: 'Which project shall run?' });
  return chosen?.path;
}

async function findProjects(folder: vscode.WorkspaceFolder | undefined): Promise<readonly string[]> {
  const pattern = folder === undefined ? CONFIG_GLOB : new vscode.RelativePattern(folder, CONFIG_GLOB);
  const files = await vscode.workspace.findFiles(pattern, '**/{node_modules,.wrangler}/**', MAX_CONFIG_FILES);
  const open = vscode.window.activeTextEditor?.document.uri;
  return projectFolders(
    files.map((file) => file.fsPath),
    open?.scheme === 'file' ? open.fsPath : undefined,
  );
}

export function registerConfigurationProvider(launcher: Launcher): vscode.Disposable {
  const provider = new ConfigurationProvider(launcher);
  return vscode.Disposable.from(
    vscode.debug.registerDebugConfigurationProvider(DEBUG_TYPE, provider),
    vscode.debug.registerDebugConfigurationProvider(
      DEBUG_TYPE,
      provider,
      vscode.DebugConfigurationProviderTriggerKind.Dynamic,
    ),
  );
}
