export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const seen = [];
  const html = await rewrite('<A href="x">t</A >', 'a', {
    element(element) {
      seen.push(element.tagName);
      element.tagName = 'Big';
      seen.push(element.tagName);
    },
  });
  assert.equal(html, '<Big href="x">t</Big>');
  assert.deepEqual(seen, ['a', 'big']);
}
