/**
 * What the debugger can do with an object or a thread beside the editor's own: say why it cannot hibernate,
 * evaluate in it while it runs, pause and continue all at once. From a row of the call stack or of the
 * objects tree the commands act on that row; from the command palette they ask which is meant.
 */
import * as vscode from 'vscode';
import { ShapeError } from '../control/shape.ts';
import { blockerList, evaluation, placeOf, placeText, threadList, threadOfRow, type Blocker } from './objectTarget.ts';
import type { ObjectTarget } from './objectTarget.ts';
import { DEBUG_TYPE } from './launchConfiguration.ts';

/** The object that a row of another view stands for, as `worker/Class/id`. */
export type ObjectOfRow = (row: unknown) => string | undefined;

export function registerDebugCommands(objectOfRow: ObjectOfRow): vscode.Disposable {
  const withTarget =
    (run: (session: vscode.DebugSession, target: ObjectTarget) => Promise<void>) =>
    (row?: unknown): Promise<void> =>
      inSession(async (session) => {
        const object = objectOfRow(row);
        const target = object === undefined ? (threadOfRow(row) ?? (await chooseThread(session))) : { object };
        if (target !== undefined) {
          await run(session, target);
        }
      });
  return vscode.Disposable.from(
    vscode.commands.registerCommand('durascope.object.blockers', withTarget(showBlockers)),
    vscode.commands.registerCommand('durascope.object.evaluate', withTarget(evaluate)),
    vscode.commands.registerCommand('durascope.pauseAll', () =>
      inSession(async (session) => {
        await session.customRequest('durascope/pauseAll');
      }),
    ),
    vscode.commands.registerCommand('durascope.continueAll', () =>
      inSession(async (session) => {
        await session.customRequest('durascope/continueAll');
      }),
    ),
  );
}

/** What the adapter refuses, it says in words for the user. */
async function inSession(action: (session: vscode.DebugSession) => Promise<void>): Promise<void> {
  const session = vscode.debug.activeDebugSession;
  if (session?.type !== DEBUG_TYPE) {
    void vscode.window.showInformationMessage('Start debugging the project first.');
    return;
  }
  try {
    await action(session);
  } catch (error) {
    if (error instanceof ShapeError) {
      throw error;
    }
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

async function chooseThread(session: vscode.DebugSession): Promise<ObjectTarget | undefined> {
  const { threads } = threadList(await session.customRequest('threads'), 'threads');
  const items = threads.map(({ id, name }) => ({ label: name, threadId: id }));
  const chosen = await vscode.window.showQuickPick(items, { title: 'Which object?' });
  return chosen === undefined ? undefined : { threadId: chosen.threadId };
}

async function showBlockers(session: vscode.DebugSession, target: ObjectTarget): Promise<void> {
  const { blockers } = blockerList(await session.customRequest('durascope/blockers', target), 'blockers');
  if (blockers.length === 0) {
    void vscode.window.showInformationMessage('Nothing keeps this object in memory: it can hibernate.');
    return;
  }
  const items = blockers.map((blocker) => ({ label: blocker.text, description: describe(blocker), blocker }));
  const chosen = await vscode.window.showQuickPick(items, { title: 'What keeps it from hibernating' });
  const place = chosen === undefined ? undefined : placeOf(chosen.blocker);
  if (place !== undefined) {
    const at = new vscode.Position(place.line - 1, place.column - 1);
    await vscode.window.showTextDocument(vscode.Uri.file(place.path), { selection: new vscode.Range(at, at) });
  }
}

function describe(blocker: Blocker): string {
  const place = placeOf(blocker);
  return place === undefined ? '' : placeText(place, (path) => vscode.workspace.asRelativePath(path));
}

/** Between two events of the object, with its instance as `this`; expression and value go to the debug console. */
async function evaluate(session: vscode.DebugSession, target: ObjectTarget): Promise<void> {
  const expression = await vscode.window.showInputBox({
    title: 'Evaluate in the object while it runs',
    prompt: 'JavaScript with the instance as `this`; it may await. Also: $storage, $ctx, $blockers(), help',
    placeHolder: 'await this.ctx.storage.list()',
  });
  if (expression === undefined || expression.trim() === '') {
    return;
  }
  const answer: unknown = await session.customRequest('durascope/evaluate', { ...target, expression });
  const { result } = evaluation(answer, 'evaluation');
  await vscode.commands.executeCommand('workbench.debug.action.focusRepl');
  vscode.debug.activeDebugConsole.appendLine(`${expression}\n${result}`);
}
