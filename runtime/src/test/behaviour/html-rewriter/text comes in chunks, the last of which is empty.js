export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const seen = [];
  await rewrite('<p>hel&amp;lo<b>w</b>x</p>o', 'p', {
    text(chunk) {
      seen.push([chunk.text, chunk.lastInTextNode]);
    },
  });
  assert.deepEqual(seen, [['hel&amp;lo', false], ['', true], ['w', false], ['', true], ['x', false], ['', true]]);
}
