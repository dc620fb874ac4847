/**
 * What the language server's lenses do when they are clicked. The server is told of these commands;
 * what it gives them is the protocol's, and is made the editor's here.
 */
import * as vscode from 'vscode';

/** The commands that the server may use. */
export const LENS_COMMANDS = ['durascope.debug', 'durascope.showPlaces'] as const;

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Location {
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

/** Goes to the one place, or lets the user look at several. */
export async function showPlaces(uri: string, at: Position, places: readonly Location[]): Promise<void> {
  await vscode.commands.executeCommand(
    'editor.action.goToLocations',
    vscode.Uri.parse(uri),
    positionOf(at),
    places.map(({ uri: file, range }) => {
      return new vscode.Location(
        vscode.Uri.parse(file),
        new vscode.Range(positionOf(range.start), positionOf(range.end)),
      );
    }),
    'peek',
    'There is nothing to go to.',
  );
}

function positionOf({ line, character }: Position): vscode.Position {
  return new vscode.Position(line, character);
}
