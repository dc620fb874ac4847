/** `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? 'nothing';
  const others = words.slice(0, -1).join(', ');
  return others ? `${others} and ${last}` : last;
}
