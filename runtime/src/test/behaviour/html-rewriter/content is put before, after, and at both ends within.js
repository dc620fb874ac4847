export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const html = await rewrite('<p>in</p>', 'p', {
    element(element) {
      element.before('b1').before('b2').after('a1').after('a2').prepend('p1').prepend('p2').append('e1').append('e2');
    },
  });
  assert.equal(html, 'b1b2<p>p2p1ine1e2</p>a2a1');
}
