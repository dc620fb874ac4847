export function plural(count: number, word: string): string {
  const ending: string = count === 1 ? '' : 's';
  return `${count} ${word}${ending}`;
}
