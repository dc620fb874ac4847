export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const seen = [];
  const html = await rewrite('<p>x</p>', 'p', {
    element(element) {
      element.onEndTag(() => {
        seen.push('first');
      });
      element.onEndTag((tag) => {
        seen.push('second');
        tag.remove();
      });
    },
  });
  assert.equal(html, '<p>x');
  assert.deepEqual(seen, ['second']);
}
