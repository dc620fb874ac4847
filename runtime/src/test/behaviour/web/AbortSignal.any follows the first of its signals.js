export default async function (assert) {
  const [a, b] = [new AbortController(), new AbortController()];
  const any = AbortSignal.any([a.signal, b.signal]);
  const nested = AbortSignal.any([any]);
  b.abort('b');
  a.abort('a');
  assert.equal(any.reason, 'b');
  assert.equal(nested.reason, 'b');
  assert.equal(AbortSignal.any([a.signal]).aborted, true);
  assert.equal(AbortSignal.any([]).aborted, false);
}
