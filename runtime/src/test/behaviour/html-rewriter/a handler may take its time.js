export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const seen = [];
  const html = await rewrite('<p>1</p><p>2</p>', 'p', {
    async element(element) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      element.append('late');
    },
    text(chunk) {
      seen.push(chunk.text);
    },
  });
  assert.equal(html, '<p>1late</p><p>2late</p>');
  assert.deepEqual(seen, ['1', '', '2', '']);
}
