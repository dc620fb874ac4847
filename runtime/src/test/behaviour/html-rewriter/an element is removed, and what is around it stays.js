export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const html = await rewrite('a<p>in<b>x</b><!--c--></p>z', 'p', {
    element(element) {
      element.remove().before('B').after('A');
    },
  });
  assert.equal(html, 'aBAz');
}
