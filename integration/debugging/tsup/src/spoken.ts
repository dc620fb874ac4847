enum Half {
  Morning = 'in the morning',
  Evening = 'in the evening',
}

/** `3` is three in the morning. */
export function spoken(hour: number): string {
  const half: Half = hour < 12 ? Half.Morning : Half.Evening;
  const twelve = hour % 12 || 12;
  return `${twelve} o'clock ${half}`;
}
