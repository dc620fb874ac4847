import { isDeepStrictEqual } from 'node:util';

export async function behaviour(assert) {
  assert.equal(isDeepStrictEqual({ a: [1, new Map([['k', new Date(5)]])] }, { a: [1, new Map([['k', new Date(5)]])] }), true);
  assert.equal(isDeepStrictEqual([1], ['1']), false);
  assert.equal(isDeepStrictEqual(new Set([{ a: 1 }]), new Set([{ a: 1 }])), true);
  assert.equal(isDeepStrictEqual(NaN, NaN), true);
  assert.equal(isDeepStrictEqual([, 1], [undefined, 1]), false);
}
