export default async function (assert) {
  assert.equal(new AbortController().signal.aborted, false);
  assert(new AbortController().signal !== new AbortController().signal);
  assert(new Request('http://a/').signal instanceof AbortSignal);
}
