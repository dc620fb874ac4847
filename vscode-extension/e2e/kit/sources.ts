/** Finds places in source files by what stands there, so that scenarios do not hold line numbers. */
import { readFileSync } from 'node:fs';

/** The number of the one line that holds this text. */
export function lineOf(file: string, text: string): number {
  const lines = readFileSync(file, 'utf8').split('\n');
  const found = lines.flatMap((line, index) => (line.includes(text) ? [index + 1] : []));
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) {
    throw new Error(`${file} has ${found.length} lines with ${JSON.stringify(text)}, not one.`);
  }
  return only;
}
