export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  await assert.rejects(rewrite('<p>x</p>', 'p', { element() { throw new RangeError('boom'); } }), 'RangeError', 'boom');
  await assert.rejects(rewrite('<p>x</p>', 'p', { async text() { throw new RangeError('later'); } }), 'RangeError', 'later');
}
