export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const seen = [];
  const html = await rewrite('<p><!--a--><!-->x<!bogus><?pi?></ x><!-- b --!></p><!--z-->', 'p', {
    comments(comment) {
      seen.push(comment.text);
      comment.text = `n${comment.text}`;
    },
  });
  assert.equal(html, '<p><!--na--><!--n-->x<!--nbogus--><!--n?pi?--><!--n x--><!--n b --></p><!--z-->');
  assert.deepEqual(seen, ['a', '', 'bogus', '?pi?', ' x', ' b ']);
}
