export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const seen = [];
  const html = await rewrite('<a HREF="x" Y=1 z>t</a>', 'a', {
    element(element) {
      seen.push(...element.attributes, element.getAttribute('Href'), element.getAttribute('none'), element.hasAttribute('Z'));
      element.setAttribute('href', 'say "no" & <go>').setAttribute('New', '').removeAttribute('y');
    },
  });
  assert.deepEqual(seen, [['href', 'x'], ['y', '1'], ['z', ''], 'x', null, true]);
  assert.equal(html, '<a HREF="say &quot;no&quot; & <go>" z new="">t</a>');
}
