export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  await assert.rejects(
    rewrite('<p><!--a--></p>', 'p', { comments: (comment) => { comment.text = 'a-->b'; } }),
    'TypeError',
    "Parser error: Comment text shouldn't contain a comment-closing sequence."
  );
}
