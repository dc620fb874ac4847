/** The objects tree in the editor: rows from {@link ObjectsTree}, drawn as `appearance.ts` says. */
import * as vscode from 'vscode';
import type { RunningProjects } from '../projects/projects.ts';
import { appearanceOf, type Appearance, type Icon } from './appearance.ts';
import type { TreeNode } from './nodes.ts';
import { ObjectsTree } from './tree.ts';

/** One in the activity bar; one beside variables and call stack, while a project is debugged. */
const VIEWS = ['durascope.objects', 'durascope.debugObjects'] as const;

export class ObjectsView implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #tree: ObjectsTree;
  readonly #changed = new vscode.EventEmitter<TreeNode | undefined>();
  readonly #disposables: vscode.Disposable;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(projects: RunningProjects) {
    this.#tree = new ObjectsTree(projects);
    const stop = projects.onChange((change) => {
      const refresh = this.#tree.refreshFor(change);
      if (refresh.of !== 'nothing') {
        this.#changed.fire(refresh.of === 'row' ? refresh.node : undefined);
      }
    });
    const views = VIEWS.map((id) =>
      vscode.window.createTreeView(id, { treeDataProvider: this, showCollapseAll: true }),
    );
    this.#disposables = vscode.Disposable.from(...views, this.#changed, new vscode.Disposable(stop));
  }

  /** Reads all that is visible anew. */
  refresh(): void {
    this.#changed.fire(undefined);
  }

  loadMore(parentId: string): void {
    const parent = this.#tree.loadMore(parentId);
    if (parent !== undefined) {
      this.#changed.fire(parent);
    }
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    return [...(node === undefined ? this.#tree.roots() : await this.#tree.children(node))];
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    const look = appearanceOf(node.content, new Date());
    const item = new vscode.TreeItem(look.label, collapsibleState(look.open));
    item.id = node.id;
    item.description = look.description;
    item.tooltip = look.tooltip;
    item.accessibilityInformation = {
      label: look.description === '' ? look.label : `${look.label}, ${look.description}`,
    };
    item.iconPath = themeIcon(look.icon);
    item.contextValue = look.context;
    const command = commandOf(node);
    if (command !== undefined) {
      item.command = command;
    }
    return item;
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

function commandOf(node: TreeNode): vscode.Command | undefined {
  switch (node.content.kind) {
    case 'key':
      return { command: 'durascope.object.openValue', title: 'Open Value', arguments: [node] };
    case 'more':
      return { command: 'durascope.objects.loadMore', title: 'Load More', arguments: [node] };
    default:
      return undefined;
  }
}

function collapsibleState(open: Appearance['open']): vscode.TreeItemCollapsibleState {
  switch (open) {
    case 'open':
      return vscode.TreeItemCollapsibleState.Expanded;
    case 'closed':
      return vscode.TreeItemCollapsibleState.Collapsed;
    case 'leaf':
      return vscode.TreeItemCollapsibleState.None;
  }
}

function themeIcon({ id, color }: Icon): vscode.ThemeIcon {
  return color === undefined ? new vscode.ThemeIcon(id) : new vscode.ThemeIcon(id, new vscode.ThemeColor(color));
}
