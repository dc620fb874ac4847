export async function behaviour(assert, env) {
  const upload = await env.BUCKET.createMultipartUpload('k');
  const part = await upload.uploadPart(1, 'x');
  assert.equal(await upload.abort(), undefined);
  assert.equal(await upload.abort(), undefined);
  await assert.rejects(
    upload.complete([part]),
    'Error',
    'completeMultipartUpload: The specified multipart upload does not exist. (10024)'
  );
  assert.equal(await env.BUCKET.get('k'), null);
}
