export async function behaviour(assert, env) {
  const httpMetadata = {
    contentType: 'text/html',
    contentLanguage: 'de',
    contentDisposition: 'inline',
    contentEncoding: 'gzip',
    cacheControl: 'no-store',
    cacheExpiry: new Date(1800000000000),
  };
  const put = await env.BUCKET.put('k', 'v', { httpMetadata, customMetadata: { Key: 'Wert ü' } });
  assert.deepEqual(put.customMetadata, { Key: 'Wert ü' });
  const object = await env.BUCKET.head('k');
  assert.deepEqual(object.customMetadata, { Key: 'Wert ü' });
  for (const [key, value] of Object.entries(httpMetadata)) {
    assert.equal(String(object.httpMetadata[key]), String(value));
  }
  const headers = new Headers();
  object.writeHttpMetadata(headers);
  assert.deepEqual([...headers], [
    ['cache-control', 'no-store'],
    ['content-disposition', 'inline'],
    ['content-encoding', 'gzip'],
    ['content-language', 'de'],
    ['content-type', 'text/html'],
    ['expires', 'Fri, 15 Jan 2027 08:00:00 GMT'],
  ]);
}
