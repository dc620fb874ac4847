export default async function (assert) {
  await assert.rejects(fetch('http://127.0.0.1:9/', { signal: AbortSignal.abort() }), 'AbortError');
}
