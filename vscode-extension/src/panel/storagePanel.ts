/**
 * The storage panel: the page that the running project itself serves, framed in an editor tab.
 * One tab a project; asking again brings it to the front.
 */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { RunningProject, RunningProjects } from '../projects/projects.ts';
import { framePage, goneDocument } from './page.ts';

export class StoragePanels implements vscode.Disposable {
  readonly #projects: RunningProjects;
  readonly #panels = new Map<string, vscode.WebviewPanel>();
  readonly #stop: () => void;

  constructor(projects: RunningProjects) {
    this.#projects = projects;
    this.#stop = projects.onChange((change) => {
      if (change.type === 'projects') {
        this.#sayWhichAreGone();
      }
    });
  }

  async open(project: RunningProject): Promise<void> {
    const known = this.#panels.get(project.url);
    if (known !== undefined) {
      known.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      'durascope.storage',
      `Storage: ${project.info.name}`,
      vscode.ViewColumn.Active,
      {
        enableScripts: true,
        retainContextWhenHidden: true,
      },
    );
    this.#panels.set(project.url, panel);
    panel.onDidDispose(() => this.#panels.delete(project.url));
    // In a remote window the project is on another machine than the one that draws the page.
    const reachable = await vscode.env.asExternalUri(vscode.Uri.parse(project.client.panelUrl().href, true));
    panel.webview.html = framePage(new URL(reachable.toString(true)), randomBytes(16).toString('base64url'));
  }

  dispose(): void {
    this.#stop();
    for (const panel of [...this.#panels.values()]) {
      panel.dispose();
    }
  }

  #sayWhichAreGone(): void {
    for (const [url, panel] of this.#panels) {
      if (this.#projects.find(url) === undefined) {
        this.#panels.delete(url);
        panel.webview.html = goneDocument();
      }
    }
  }
}
