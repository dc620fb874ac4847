/**
 * Finds out why a server of the command did not come up. First the command is asked for its version,
 * the cheapest run that needs all it needs; when that works, the server is started once more, with
 * nothing on its input, and its complaint is quoted. All this happens after something failed, never
 * before, so that a working installation pays nothing for it.
 */
import { execFile } from 'node:child_process';
import type { DurascopeCommand } from './find.ts';

/** A command that is built at its first use takes a while. */
const PROBE_TIMEOUT_MS = 120_000;
const MAX_OUTPUT_BYTES = 1024 * 1024;

/** The servers that the editor starts, by the words that start them. */
export type ServerName = 'lsp' | 'dap';

export type ProbeResult =
  | { readonly kind: 'works' }
  /** `problem` is the command's own explanation, such as that it found no JDK. */
  | { readonly kind: 'fails'; readonly problem: string };

export async function probe(command: DurascopeCommand, server: ServerName): Promise<ProbeResult> {
  const result = await tryOut(command, '--version');
  return result.kind === 'works' ? tryOut(command, server) : result;
}

function tryOut(command: DurascopeCommand, word: string): Promise<ProbeResult> {
  const options = {
    env: { ...process.env, ...command.environment },
    timeout: PROBE_TIMEOUT_MS,
    maxBuffer: MAX_OUTPUT_BYTES,
  };
  return new Promise((resolve) => {
    const child = execFile(command.path, [word], options, (error, _, stderr) => {
      if (error === null) {
        resolve({ kind: 'works' });
      } else {
        resolve({ kind: 'fails', problem: firstLine(stderr) ?? error.message });
      }
    });
    child.stdin?.end();
  });
}

function firstLine(text: string): string | undefined {
  return text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '');
}
