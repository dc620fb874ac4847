export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const html = await rewrite('a<p c>in<b>x</b></p>z', 'p', {
    element(element) {
      element.removeAndKeepContent().prepend('P').append('E');
    },
  });
  assert.equal(html, 'aPin<b>x</b>Ez');
}
