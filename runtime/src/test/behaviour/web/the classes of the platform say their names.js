export default async function (assert) {
  const tag = (value) => Object.prototype.toString.call(value);
  assert.equal(tag(new Headers()), '[object Headers]');
  assert.equal(tag(new Response()), '[object Response]');
  assert.equal(tag(new URL('http://a')), '[object URL]');
  assert.equal(tag(new AbortController().signal), '[object AbortSignal]');
  assert.equal(tag(new Blob([])), '[object Blob]');
  assert.equal(tag(new FormData()), '[object FormData]');
}
