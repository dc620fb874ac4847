export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const html = await rewrite('<p><!--a--><!--b--></p>', 'p', {
    comments(comment) {
      if (comment.text === 'a') comment.before('<').after('>', { html: true }).replace('R');
      else comment.remove();
    },
  });
  assert.equal(html, '<p>&lt;R></p>');
}
