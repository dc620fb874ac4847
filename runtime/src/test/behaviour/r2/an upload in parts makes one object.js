export async function behaviour(assert, env) {
  const { BUCKET } = env;
  const upload = await BUCKET.createMultipartUpload('big', { customMetadata: { a: 'b' } });
  assert.equal(upload.key, 'big');
  const again = BUCKET.resumeMultipartUpload('big', upload.uploadId);
  const size = 5 * 1024 * 1024;
  const second = await again.uploadPart(2, 'the end');
  const first = await upload.uploadPart(1, new Uint8Array(size).fill(7));
  assert.equal(first.partNumber, 1);
  assert.equal(typeof first.etag, 'string');
  assert.equal(await BUCKET.get('big'), null);
  const object = await upload.complete([first, second]);
  assert.equal(object.size, size + 7);
  assert(/^[0-9a-f]{32}-2$/.test(object.etag));
  assert.equal((await BUCKET.head('big')).customMetadata.a, 'b');
  const middle = await BUCKET.get('big', { range: { offset: size - 2, length: 5 } });
  assert.deepEqual(await middle.bytes(), new Uint8Array([7, 7, 116, 104, 101]));
}
