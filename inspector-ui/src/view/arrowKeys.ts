/** Up and Down, Home and End move the focus among the buttons of a list, as in a tree of an editor. */
export function moveFocus(event: KeyboardEvent): void {
  const container = event.currentTarget as HTMLElement;
  const buttons = [...container.querySelectorAll<HTMLElement>('button.row')];
  const from = buttons.indexOf(document.activeElement as HTMLElement);
  const to = target(event.key, from, buttons.length);
  const next = to === undefined ? undefined : buttons[to];
  if (from >= 0 && next !== undefined) {
    event.preventDefault();
    next.focus();
  }
}

function target(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return from + 1;
    case 'ArrowUp':
      return from - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
