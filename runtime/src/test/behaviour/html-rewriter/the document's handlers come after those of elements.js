export default async function (assert) {
  const seen = [];
  const rewriter = new HTMLRewriter()
    .on('p', { text: () => { seen.push('first'); } })
    .onDocument({ text: () => { seen.push('document'); }, end: () => { seen.push('end'); } })
    .on('p', { text: () => { seen.push('second'); } });
  await rewriter.transform(new Response('<p>a</p>')).text();
  assert.deepEqual(seen, ['first', 'second', 'document', 'first', 'second', 'document', 'end']);
}
