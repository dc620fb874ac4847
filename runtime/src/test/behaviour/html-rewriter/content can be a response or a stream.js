export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const html = await rewrite('<p>x</p>', 'p', {
    element(element) {
      element.before(new Response('<i>'), { html: true }).append(new Response('<i>').body).prepend(new Response(null));
    },
  });
  assert.equal(html, '<i><p>x&lt;i&gt;</p>');
  await assert.rejects(
    rewrite('<p><!--a--></p>', 'p', { comments: (comment) => { comment.before(new Response('x')); } }),
    'TypeError',
    'Replacing content in HTML comments using a ReadableStream or Response object is not implemented. You must provide a string.'
  );
}
