export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const html = await rewrite('a<br>z', 'br', {
    element(element) {
      element.before('B').after('A').prepend('P').append('E').setInnerContent('I');
      assert.throws(() => element.onEndTag(() => {}), 'TypeError', 'Parser error: No end tag.');
    },
  });
  assert.equal(html, 'aB<br>Az');
}
