export async function behaviour(assert, env) {
  const { BUCKET } = env;
  const { etag } = await BUCKET.put('k', 'one');
  assert.equal(await BUCKET.put('k', 'two', { onlyIf: { etagMatches: 'other' } }), null);
  assert.equal(await BUCKET.put('k', 'two', { onlyIf: { etagDoesNotMatch: etag } }), null);
  assert.equal(await BUCKET.put('k', 'two', { onlyIf: { etagDoesNotMatch: '*' } }), null);
  assert.equal(await (await BUCKET.get('k')).text(), 'one');
  assert((await BUCKET.put('k', 'two', { onlyIf: { etagMatches: etag } })) !== null);
  assert.equal(await (await BUCKET.get('k')).text(), 'two');
  assert((await BUCKET.put('new', 'x', { onlyIf: { etagDoesNotMatch: '*' } })) !== null);
  assert.equal(await BUCKET.put('newer', 'x', { onlyIf: { etagMatches: 'y' } }), null);
  await assert.rejects(
    BUCKET.put('k', 'v', { onlyIf: { etagMatches: '"quoted"' } }),
    'TypeError',
    'Conditional ETag should not be wrapped in quotes ("quoted").'
  );
}
