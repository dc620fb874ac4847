export default async function (assert) {
  const rewriter = new HTMLRewriter().on('p', { element: (element) => { element.append('x'); } });
  for (let i = 0; i < 2; i++) assert.equal(await rewriter.transform(new Response('<p></p>')).text(), '<p>x</p>');
}
