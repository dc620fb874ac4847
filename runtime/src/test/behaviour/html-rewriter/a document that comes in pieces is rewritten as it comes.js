export default async function (assert) {
  const { readable, writable } = new TransformStream();
  const writer = writable.getWriter();
  const seen = [];
  const result = new HTMLRewriter()
    .on('p', {
      element: (element) => { element.setAttribute('seen', element.getAttribute('a')); },
      text: (chunk) => { seen.push(chunk.text); },
    })
    .transform(new Response(readable))
    .text();
  const bytes = new TextEncoder().encode('<p a="ä">hä☃lo</p>');
  for (let i = 0; i < bytes.length; i += 5) await writer.write(bytes.slice(i, i + 5));
  await writer.close();
  assert.equal(await result, '<p a="ä" seen="ä">hä☃lo</p>');
  assert.equal(seen.join(''), 'hä☃lo');
  assert.equal(seen.at(-1), '');
}
