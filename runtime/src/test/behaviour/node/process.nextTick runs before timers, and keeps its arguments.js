export async function behaviour(assert) {
  const order = [];
  setTimeout(() => order.push('timer'), 0);
  process.nextTick((a, b) => order.push(`tick ${a}${b}`), 1, 2);
  order.push('sync');
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual(order, ['sync', 'tick 12', 'timer']);
}
