export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const seen = [];
  const html = await rewrite('<p>x</P >y', 'p', {
    element(element) {
      element.append('E').after('A');
      element.onEndTag((tag) => {
        seen.push(tag.name);
        tag.before('b').after('a');
        tag.name = 'Q';
        seen.push(tag.name);
      });
    },
  });
  assert.equal(html, '<p>xEb</Q>aAy');
  assert.deepEqual(seen, ['p', 'q']);
}
