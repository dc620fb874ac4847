/**
 * Read-only documents that show one stored value each, and follow it while the project runs.
 *
 * A document's URI says all that is needed to read the value again; no state is kept beside it.
 */
import * as vscode from 'vscode';
import { ControlError } from '../control/client.ts';
import type { ObjectRef } from '../control/protocol.ts';
import { recordOf, string, type Decoded } from '../control/shape.ts';
import type { RunningProjects } from '../projects/projects.ts';
import { objectLabel } from './appearance.ts';
import type { KeyNode } from './nodes.ts';
import { problemText, valueText } from './valueText.ts';

const SCHEME = 'durascope-value';

const locationShape = recordOf({
  url: string,
  worker: string,
  className: string,
  id: string,
  object: string,
  key: string,
});
type ValueLocation = Decoded<typeof locationShape>;

export class ValueDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #projects: RunningProjects;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #disposables: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(projects: RunningProjects) {
    this.#projects = projects;
    const stop = projects.onChange((change) => {
      if (change.type === 'projects') {
        this.#changedWhere(() => true);
      } else if (change.event.type === 'storageChanged') {
        const { worker, className, id } = change.event;
        this.#changedWhere((at) => at.url === change.project.url && isSame(at, { worker, className, id }));
      }
    });
    const registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
    this.#disposables = vscode.Disposable.from(registration, this.#changed, new vscode.Disposable(stop));
  }

  async open(node: KeyNode): Promise<void> {
    const object = objectLabel({ id: node.ref.id, name: node.objectName });
    const location: ValueLocation = { url: node.project.url, ...node.ref, object, key: node.entry.key };
    const uri = vscode.Uri.from({
      scheme: SCHEME,
      path: `/${[node.ref.className, object, node.entry.key].map((name) => name.replaceAll('/', '∕')).join('/')}.jsonc`,
      query: JSON.stringify(location),
    });
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const location = locationOf(uri);
    const project = this.#projects.find(location.url);
    if (project === undefined) {
      return problemText('The project is not running any more.');
    }
    try {
      const value = await project.client.value(location, location.key);
      return valueText(value, location);
    } catch (error) {
      if (error instanceof ControlError) {
        return problemText(error.message);
      }
      throw error;
    }
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #changedWhere(concerns: (location: ValueLocation) => boolean): void {
    for (const { uri } of vscode.workspace.textDocuments) {
      if (uri.scheme === SCHEME && concerns(locationOf(uri))) {
        this.#changed.fire(uri);
      }
    }
  }
}

function locationOf(uri: vscode.Uri): ValueLocation {
  return locationShape(JSON.parse(uri.query) as unknown, 'uri');
}

function isSame(a: ObjectRef, b: ObjectRef): boolean {
  return a.worker === b.worker && a.className === b.className && a.id === b.id;
}
