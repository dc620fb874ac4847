export default async function (assert) {
  const seen = [];
  const rewriter = new HTMLRewriter()
    .on('p', {
      element(element) {
        element.replace('first');
        element.replace('R').before('B').after('A');
        seen.push(element.removed);
      },
    })
    .on('b', {
      element(element) {
        seen.push(element.tagName);
        element.before('lost');
      },
    });
  assert.equal(await rewriter.transform(new Response('x<p>in<b>y</b></p>z')).text(), 'xBRAz');
  assert.deepEqual(seen, [true, 'b']);
}
