/**
 * "Open Chrome DevTools": has the debug session open the engine's Chrome inspector, and hands over the
 * address. No program may open a `devtools:` address in Chrome from outside, so it is copied for the
 * address bar.
 */
import * as vscode from 'vscode';

const COPY = 'Copy Address for Chrome';

export async function openDevTools(): Promise<void> {
  const session = vscode.debug.activeDebugSession;
  if (session?.type !== 'durable-object') {
    void vscode.window.showInformationMessage(
      'Start debugging the project first: then Chrome DevTools can look at it.',
    );
    return;
  }
  let address: string;
  try {
    address = devToolsAddress(await session.customRequest('durascope/openInspector'));
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    return;
  }
  const chosen = await vscode.window.showInformationMessage(
    'The Chrome inspector is open. Paste its address into the address bar of Chrome.',
    COPY,
  );
  if (chosen === COPY) {
    await vscode.env.clipboard.writeText(address);
  }
}

function devToolsAddress(answer: unknown): string {
  if (typeof answer === 'object' && answer !== null && 'devTools' in answer && typeof answer.devTools === 'string') {
    return answer.devTools;
  }
  throw new Error('The debug adapter has not said where its inspector listens.');
}
