/**
 * Asks the command for its version: the cheapest run that needs all the command needs. It is asked
 * after something failed, never before, so that a working installation pays nothing for it.
 */
import { execFile } from 'node:child_process';
import type { DurascopeCommand } from './find.ts';

/** A command that is built at its first use takes a while. */
const PROBE_TIMEOUT_MS = 120_000;
const MAX_OUTPUT_BYTES = 1024 * 1024;

export type ProbeResult =
  | { readonly kind: 'works'; readonly version: string }
  /** `problem` is the command's own explanation, such as that it found no JDK. */
  | { readonly kind: 'fails'; readonly problem: string };

export function probe(command: DurascopeCommand): Promise<ProbeResult> {
  const options = {
    env: { ...process.env, ...command.environment },
    timeout: PROBE_TIMEOUT_MS,
    maxBuffer: MAX_OUTPUT_BYTES,
  };
  return new Promise((resolve) => {
    execFile(command.path, ['--version'], options, (error, stdout, stderr) => {
      if (error === null) {
        resolve({ kind: 'works', version: stdout.trim() });
      } else {
        const said = lastLine(stderr) ?? lastLine(stdout);
        resolve({ kind: 'fails', problem: said ?? error.message });
      }
    });
  });
}

function lastLine(text: string): string | undefined {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .at(-1);
}
