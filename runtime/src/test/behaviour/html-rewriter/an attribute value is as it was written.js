export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const seen = [];
  await rewrite('<a t="&amp;&quot;">', 'a', {
    element(element) {
      seen.push(element.getAttribute('t'));
    },
  });
  assert.deepEqual(seen, ['&amp;&quot;']);
}
