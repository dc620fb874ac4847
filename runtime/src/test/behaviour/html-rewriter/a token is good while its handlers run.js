export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const STALE =
    'This content token is no longer valid. Content tokens are only valid during the execution of the relevant content handler.';
  const kept = [];
  await rewrite('<p a=1>x<!--c--></p>', 'p', {
    element(element) {
      kept.push(() => element.tagName, () => element.before('x'), () => element.attributes);
    },
    text(chunk) {
      kept.push(() => chunk.text, () => chunk.remove());
    },
    comments(comment) {
      kept.push(() => comment.text);
    },
  });
  for (const use of kept) assert.throws(use, 'TypeError', STALE);
}
