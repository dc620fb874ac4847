export async function behaviour(assert, env) {
  const { etag } = await env.BUCKET.put('k', 'v');
  const object = await env.BUCKET.get('k', { onlyIf: { etagDoesNotMatch: etag } });
  assert.equal(object.etag, etag);
  assert.equal(object.body, undefined);
  const found = await env.BUCKET.get('k', { onlyIf: { etagMatches: etag } });
  assert.equal(await found.text(), 'v');
  const past = new Date(Date.now() - 60_000);
  assert.equal((await env.BUCKET.get('k', { onlyIf: { uploadedBefore: past } })).body, undefined);
  assert.equal(await (await env.BUCKET.get('k', { onlyIf: { uploadedAfter: past } })).text(), 'v');
}
