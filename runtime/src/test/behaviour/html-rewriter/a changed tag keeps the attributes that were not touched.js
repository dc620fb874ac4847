export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const html = await rewrite('<DIV  Class=a   id=\'x\' q="1>2" checked/>t</DIV>', 'div', {
    element(element) {
      element.setAttribute('k', 'v');
    },
  });
  assert.equal(html, '<DIV Class=a id=\'x\' q="1>2" checked k="v" />t</DIV>');
}
