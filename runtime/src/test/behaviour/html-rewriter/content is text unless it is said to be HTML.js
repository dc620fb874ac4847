export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const html = await rewrite('<p>in</p>', 'p', {
    element(element) {
      element.before('<b>&"').after('<i>', { html: true }).append(3);
    },
  });
  assert.equal(html, '&lt;b&gt;&amp;"<p>in3</p><i>');
}
