/**
 * Where the extension starts: makes the parts and ties them together. Nothing is decided here.
 *
 * `RunningProjects` is the middle: `ControlFiles` and `DebugSessions` feed it, and the objects view,
 * the value documents, the status bar and the storage panels show what it holds.
 */
import * as vscode from 'vscode';
import { Launcher } from './command/launcher.ts';
import { debugProject, registerConfigurationProvider } from './debug/configurationProvider.ts';
import { DebugSessions } from './debug/debugSessions.ts';
import { registerDebugCommands } from './debug/objectCommands.ts';
import { openDevTools } from './debug/devTools.ts';
import { LanguageServer } from './language/languageClient.ts';
import { showPlaces } from './language/places.ts';
import { objectOfRow, registerObjectCommands } from './objects/commands.ts';
import { ValueDocuments } from './objects/valueDocuments.ts';
import { ObjectsView } from './objects/view.ts';
import { StoragePanels } from './panel/storagePanel.ts';
import { ControlFiles } from './projects/controlFiles.ts';
import { RunningProjects } from './projects/projects.ts';
import { registerProjectCommands, StatusBar } from './projects/statusBar.ts';

let languageServer: LanguageServer | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel('Durascope', { log: true });
  const launcher = new Launcher(context.extensionPath, output);
  const projects = new RunningProjects({
    note: (message) => {
      output.info(message);
    },
    problem: (message) => {
      output.error(message);
      void vscode.window.showErrorMessage(message);
    },
  });

  const server = new LanguageServer(launcher, output);
  languageServer = server;
  const view = new ObjectsView(projects);
  const documents = new ValueDocuments(projects);
  const panels = new StoragePanels(projects);
  const sessions = new DebugSessions(launcher, projects, output, () => {
    view.refresh();
  });

  context.subscriptions.push(
    output,
    server,
    view,
    documents,
    panels,
    new StatusBar(projects),
    sessions.register(),
    registerConfigurationProvider(launcher),
    registerObjectCommands(projects, view, documents),
    registerDebugCommands(objectOfRow),
    registerProjectCommands(projects, panels),
    new ControlFiles(projects, output),
    new vscode.Disposable(() => {
      projects.close();
    }),
    vscode.commands.registerCommand('durascope.debug', debugProject),
    vscode.commands.registerCommand('durascope.openDevTools', openDevTools),
    vscode.commands.registerCommand('durascope.showPlaces', showPlaces),
    vscode.commands.registerCommand('durascope.restartLanguageServer', () => server.restart()),
    vscode.commands.registerCommand('durascope.showOutput', () => {
      output.show();
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('durascope.path') || change.affectsConfiguration('durascope.javaHome')) {
        void server.restart();
      }
    }),
  );
  void server.restart();
}

export async function deactivate(): Promise<void> {
  await languageServer?.stop();
}
