export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const seen = [];
  await rewrite('<svg><path/><title><p></p></title></svg><math><mi><b></b></mi></math><path/>', '*', {
    element(element) {
      seen.push(`${element.tagName} ${element.namespaceURI.split('/').at(-1)}`);
    },
  });
  assert.deepEqual(seen, ['svg svg', 'path svg', 'title svg', 'p xhtml', 'math MathML', 'mi MathML', 'b xhtml', 'path xhtml']);
}
