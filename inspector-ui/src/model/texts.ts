/** How the panel says things. */
import type { ObjectState } from '../control/protocol.ts';

export const STATE_TEXTS: Readonly<Record<ObjectState, string>> = {
  running: 'Handles an event',
  paused: 'Paused in the debugger',
  idle: 'In memory, waits for an event',
  hibernated: 'Out of memory, its sockets are open',
  stored: 'On disk only',
};

const ID_DIGITS_SHOWN = 8;

/** What to call an object: its name, else the beginning of its id. */
export function titleOf(object: { readonly name: string | null; readonly id: string }): string {
  return object.name ?? `${object.id.slice(0, ID_DIGITS_SHOWN)}…`;
}

export function sizeText(bytes: number): string {
  if (bytes < 1024) {
    return `${bytes} B`;
  }
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

/** A moment, to the second, in the user's own time. */
export function timeText(millis: number): string {
  return new Date(millis).toLocaleString();
}

export function countText(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
