export default async function (assert) {
  const rewrite = (html, selector, handlers) =>
    new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();
  const seen = [];
  const html = await rewrite('<div><p>x</div>y', 'p', {
    element(element) {
      element.append('E').after('A');
      element.onEndTag((tag) => {
        seen.push(tag.name);
      });
    },
  });
  assert.equal(html, '<div><p>xE</div>Ay');
  assert.deepEqual(seen, ['div']);
  assert.equal(await rewrite('<p>x', 'p', { element: (e) => { e.before('B').append('E'); } }), 'B<p>x');
}
