export default async function (assert) {
  const latin = new Uint8Array([60, 112, 62, 0xe4, 60, 47, 112, 62]);
  const type = 'text/html; charset=iso-8859-1';
  const response = new HTMLRewriter()
    .on('p', { element: (element) => { element.append('ü☃'); } })
    .transform(new Response(latin, { headers: { 'content-type': type } }));
  assert.equal(new TextDecoder('latin1').decode(await response.arrayBuffer()), '<p>äü&#9731;</p>');
  const transform = (charset) =>
    new HTMLRewriter().on('p', {}).transform(new Response('x', { headers: { 'content-type': `text/html; charset=${charset}` } })).text();
  const refusal = async (charset) => {
    try {
      return await transform(charset);
    } catch (error) {
      return error.message;
    }
  };
  assert.equal(await refusal('nope'), 'Parser error: Unknown character encoding has been provided.');
  assert.equal(await refusal('utf-16le'), 'Parser error: Expected ASCII-compatible encoding.');
}
