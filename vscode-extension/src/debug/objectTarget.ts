/**
 * Which thread or object a command of the debugger is meant for, and how the adapter's answers about it
 * read. Pure.
 */
import { listOf, nullable, number, recordOf, string, type Decoded } from '../control/shape.ts';

/** In the adapter's words: a thread by its number, an object as `worker/Class/id`. */
export type ObjectTarget = { readonly threadId: number } | { readonly object: string };

const callStackRow = /^thread:.*:(\d+)$/;

/** A row of the call stack comes as `{threadId: 'thread:SESSION:7'}`. */
export function threadOfRow(row: unknown): ObjectTarget | undefined {
  if (typeof row !== 'object' || row === null || !('threadId' in row) || typeof row.threadId !== 'string') {
    return undefined;
  }
  const threadId = callStackRow.exec(row.threadId)?.[1];
  return threadId === undefined ? undefined : { threadId: Number(threadId) };
}

/** The answer to `threads`. */
export const threadList = recordOf({ threads: listOf(recordOf({ id: number, name: string })) });

/** The answer to `durascope/evaluate`. */
export const evaluation = recordOf({ result: string });

const blocker = recordOf({
  kind: string,
  text: string,
  source: nullable(recordOf({ path: nullable(string) })),
  line: nullable(number),
  column: nullable(number),
});

/** The answer to `durascope/blockers`. */
export const blockerList = recordOf({ blockers: listOf(blocker) });

export type Blocker = Decoded<typeof blocker>;

/** Where in the code a blocker began; lines and columns count from 1. */
export interface BlockerPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

export function placeOf(blocker: Blocker): BlockerPlace | undefined {
  const path = blocker.source?.path ?? null;
  return path === null || blocker.line === null ? undefined : { path, line: blocker.line, column: blocker.column ?? 1 };
}

/** `src/room.ts:12`, relative to where the paths begin. */
export function placeText(place: BlockerPlace, relative: (path: string) => string): string {
  return `${relative(place.path)}:${place.line}`;
}
