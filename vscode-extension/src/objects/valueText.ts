/** Renders a stored value as the text of a read-only document: a heading, and JSON with comments. Pure. */
import type { StoredValue } from '../control/protocol.ts';

export interface ValueHeading {
  readonly className: string;
  readonly object: string;
}

export function valueText(value: StoredValue, heading: ValueHeading): string {
  const lines = [
    `// ${JSON.stringify(value.key)} of ${heading.className} ${heading.object}`,
    `// ${value.type}: ${oneLine(value.preview)}`,
    JSON.stringify(value.value, undefined, 2) ?? 'undefined',
  ];
  return `${lines.join('\n')}\n`;
}

export function problemText(problem: string): string {
  return `// ${oneLine(problem)}\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');
}
