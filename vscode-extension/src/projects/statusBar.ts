/** While a project runs, its address stands in the status bar; a click offers what can be done with it. */
import * as vscode from 'vscode';
import type { StoragePanels } from '../panel/storagePanel.ts';
import { shownAddress, type RunningProject, type RunningProjects } from './projects.ts';

/** To the left of most of what other extensions put there. */
const PRIORITY = 50;

export class StatusBar implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('durascope.project', vscode.StatusBarAlignment.Left, PRIORITY);
  readonly #stop: () => void;

  constructor(projects: RunningProjects) {
    this.#item.name = 'Durable Objects';
    this.#item.command = 'durascope.showProjectMenu';
    this.#stop = projects.onChange((change) => {
      if (change.type === 'projects') {
        this.#show(projects.all());
      }
    });
  }

  dispose(): void {
    this.#stop();
    this.#item.dispose();
  }

  #show(projects: readonly RunningProject[]): void {
    const addresses = projects.map(shownAddress);
    this.#item.text = `$(broadcast) ${addresses.join(', ')}`;
    this.#item.tooltip = projects.map((project) => `${project.info.name}: ${shownAddress(project)}`).join('\n');
    this.#item.accessibilityInformation = { label: `Durable Objects, running at ${addresses.join(', ')}` };
    if (projects.length === 0) {
      this.#item.hide();
    } else {
      this.#item.show();
    }
    void vscode.commands.executeCommand('setContext', 'durascope.projectRunning', projects.length > 0);
  }
}

export function registerProjectCommands(projects: RunningProjects, panels: StoragePanels): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('durascope.openStoragePanel', async () => {
      const project = await chooseRunning(projects);
      if (project !== undefined) {
        await panels.open(project);
      }
    }),
    vscode.commands.registerCommand('durascope.showProjectMenu', async () => {
      const project = await chooseRunning(projects);
      if (project !== undefined) {
        await showMenu(project, panels);
      }
    }),
  );
}

async function showMenu(project: RunningProject, panels: StoragePanels): Promise<void> {
  const { ready } = project.info;
  const onAddress =
    ready === null
      ? []
      : [
          { label: '$(link-external) Open in Browser', run: () => vscode.env.openExternal(vscode.Uri.parse(ready)) },
          { label: '$(copy) Copy Address', run: () => vscode.env.clipboard.writeText(ready) },
        ];
  const actions: readonly { readonly label: string; readonly run: () => Thenable<unknown> }[] = [
    { label: '$(table) Open Storage Panel', run: () => panels.open(project) },
    { label: '$(list-tree) Show Objects', run: () => vscode.commands.executeCommand('durascope.objects.focus') },
    ...onAddress,
  ];
  const chosen = await vscode.window.showQuickPick(actions, {
    title: `${project.info.name}: ${shownAddress(project)}`,
  });
  await chosen?.run();
}

async function chooseRunning(projects: RunningProjects): Promise<RunningProject | undefined> {
  const running = projects.all();
  if (running.length === 0) {
    void vscode.window.showInformationMessage(
      'No project is running. Start one with F5, or with "durascope dev" in a terminal.',
    );
    return undefined;
  }
  if (running.length === 1) {
    return running[0];
  }
  const items = running.map((project) => ({ label: project.info.name, description: shownAddress(project), project }));
  const chosen = await vscode.window.showQuickPick(items, { title: 'Which project?' });
  return chosen?.project;
}
