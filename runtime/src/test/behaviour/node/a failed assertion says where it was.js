import { deepStrictEqual, ok } from 'node:assert';

function where(action) {
  try {
    action();
  } catch (error) {
    return error.stack;
  }
  return 'nothing was thrown';
}

function myOwnCheck() {
  ok(false);
}

export async function behaviour(assert) {
  assert.equal(where(myOwnCheck).includes('at myOwnCheck ('), true);
  assert.equal(where(() => deepStrictEqual([1], [2])).includes('at where ('), true);
}
