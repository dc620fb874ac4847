export async function behaviour(assert, env) {
  const { BUCKET } = env;
  const upload = await BUCKET.createMultipartUpload('k');
  const fails = (promise, message) => assert.rejects(promise, 'Error', message);
  await assert.rejects(
    upload.uploadPart(0, 'x'),
    'TypeError',
    'Part number must be between 1 and 10000 (inclusive). Actual value was: 0'
  );
  const parts = [await upload.uploadPart(1, 'small'), await upload.uploadPart(2, 'small')];
  await fails(
    upload.complete(parts),
    'completeMultipartUpload: Your proposed upload is smaller than the minimum allowed object size. (10011)'
  );
  await fails(
    upload.complete([{ partNumber: 1, etag: 'wrong' }]),
    'completeMultipartUpload: One or more of the specified parts could not be found. (10025)'
  );
  await upload.complete([parts[0]]);
  assert.equal(await (await BUCKET.get('k')).text(), 'small');
  await fails(
    upload.complete([parts[0]]),
    'completeMultipartUpload: The specified multipart upload does not exist. (10024)'
  );
  await fails(
    upload.uploadPart(3, 'x'),
    'uploadPart: The specified multipart upload does not exist. (10024)'
  );
}
