export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const replaced = await rewrite('<p>hello</p>', 'p', {
    text(chunk) {
      chunk.before('b').after('a');
      if (!chunk.lastInTextNode) chunk.replace('<R>', { html: true });
    },
  });
  assert.equal(replaced, '<p>b<R>aba</p>');
  const collected = await rewrite('<p>hello</p>', 'p', {
    text(chunk) {
      if (chunk.lastInTextNode) chunk.replace('whole');
      else chunk.remove();
    },
  });
  assert.equal(collected, '<p>whole</p>');
}
