export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const html = await rewrite('<p>in<b>x</b></p>z', 'p', {
    element(element) {
      element.prepend('lost').append('lost');
      element.setInnerContent('I<').prepend('P').append('E');
    },
  });
  assert.equal(html, '<p>PI&lt;E</p>z');
}
