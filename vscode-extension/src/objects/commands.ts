/**
 * The commands on objects. From a row of the tree they act on that row's object; from the command
 * palette they ask which object is meant, and offer only those for which the command makes sense.
 */
import * as vscode from 'vscode';
import { ControlError, type ControlClient } from '../control/client.ts';
import type { ObjectInfo, ObjectRef } from '../control/protocol.ts';
import type { RunningProject, RunningProjects } from '../projects/projects.ts';
import { objectLabel } from './appearance.ts';
import type { NodeContent, TreeNode } from './nodes.ts';
import type { ValueDocuments } from './valueDocuments.ts';
import type { ObjectsView } from './view.ts';

/** The most objects of one class that the command palette asks about. */
const OBJECTS_OFFERED = 1_000;

interface Target {
  readonly project: RunningProject;
  readonly ref: ObjectRef;
  readonly object: ObjectInfo;
}

interface ObjectCommand {
  readonly id: string;
  readonly question: string;
  readonly none: string;
  readonly applies: (object: ObjectInfo) => boolean;
  readonly run: (client: ControlClient, ref: ObjectRef) => Promise<void>;
}

const OBJECT_COMMANDS: readonly ObjectCommand[] = [
  {
    id: 'durascope.object.fireAlarm',
    question: 'Whose alarm shall fire now?',
    none: 'No object has an alarm set.',
    applies: (object) => object.alarm !== null,
    run: (client, ref) => client.fireAlarm(ref),
  },
  {
    id: 'durascope.object.hibernate',
    question: 'Which object shall hibernate?',
    none: 'No object is awake.',
    applies: (object) => object.state !== 'stored' && object.state !== 'hibernated',
    run: (client, ref) => client.hibernate(ref),
  },
  {
    id: 'durascope.object.evict',
    question: 'Which object shall be evicted from memory?',
    none: 'No object is in memory.',
    applies: (object) => object.state !== 'stored',
    run: (client, ref) => client.evict(ref),
  },
];

export function registerObjectCommands(
  projects: RunningProjects,
  view: ObjectsView,
  documents: ValueDocuments,
): vscode.Disposable {
  const onObjects = OBJECT_COMMANDS.map((command) =>
    vscode.commands.registerCommand(command.id, (node?: unknown) =>
      tellingRefusals(() => run(projects, command, node)),
    ),
  );
  return vscode.Disposable.from(
    ...onObjects,
    vscode.commands.registerCommand('durascope.objects.refresh', () => {
      view.refresh();
    }),
    vscode.commands.registerCommand('durascope.objects.loadMore', (node?: unknown) => {
      const content = contentOf(node);
      if (content?.kind === 'more') {
        view.loadMore(content.parentId);
      }
    }),
    vscode.commands.registerCommand('durascope.object.copyId', async (node?: unknown) => {
      const content = contentOf(node);
      if (content?.kind === 'object') {
        await vscode.env.clipboard.writeText(content.ref.id);
      }
    }),
    vscode.commands.registerCommand('durascope.object.openValue', async (node?: unknown) => {
      const content = contentOf(node);
      if (content?.kind === 'key') {
        await documents.open(content);
      }
    }),
  );
}

async function run(projects: RunningProjects, command: ObjectCommand, node: unknown): Promise<void> {
  const target = targetOf(node) ?? (await pick(projects, command));
  if (target !== undefined) {
    await command.run(target.project.client, target.ref);
  }
}

/** What the running project refuses, it says in words for the user. */
async function tellingRefusals(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof ControlError)) {
      throw error;
    }
    void vscode.window.showErrorMessage(error.message);
  }
}

async function pick(projects: RunningProjects, command: ObjectCommand): Promise<Target | undefined> {
  const targets = (await listTargets(projects)).filter((target) => command.applies(target.object));
  if (targets.length === 0) {
    void vscode.window.showInformationMessage(command.none);
    return undefined;
  }
  const items = targets.map((target) => ({
    label: objectLabel(target.object),
    description: `${target.ref.className} · ${target.object.state}`,
    target,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title: command.question, matchOnDescription: true });
  return chosen?.target;
}

/** The first {@link OBJECTS_OFFERED} objects of each class; the others are within reach in the tree. */
async function listTargets(projects: RunningProjects): Promise<readonly Target[]> {
  const classes = projects
    .all()
    .flatMap((project) =>
      project.info.workers.flatMap((worker) =>
        worker.classes.map(({ className }) => ({ project, worker: worker.name, className })),
      ),
    );
  const lists = await Promise.all(
    classes.map(async ({ project, worker, className }) => {
      const page = await project.client.objects({ worker, className }, { limit: OBJECTS_OFFERED, cursor: null });
      return page.objects.map((object): Target => ({ project, ref: { worker, className, id: object.id }, object }));
    }),
  );
  return lists.flat();
}

function targetOf(node: unknown): Target | undefined {
  const content = contentOf(node);
  return content?.kind === 'object' ? content : undefined;
}

/** The object of a row, as the debugger names it: `worker/Class/id`. */
export function objectOfRow(node: unknown): string | undefined {
  const ref = targetOf(node)?.ref;
  return ref === undefined ? undefined : `${ref.worker}/${ref.className}/${ref.id}`;
}

/** A command's argument is a row when it comes from the tree, and anything or nothing otherwise. */
function contentOf(node: unknown): NodeContent | undefined {
  const isRow = typeof node === 'object' && node !== null && 'id' in node && 'content' in node;
  return isRow ? (node as TreeNode).content : undefined;
}
