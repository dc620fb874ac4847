export default async function (assert) {
  const controller = new AbortController();
  const request = new Request('http://127.0.0.1:1/', { signal: controller.signal });
  controller.abort(new RangeError('enough'));
  await assert.rejects(fetch(request), 'RangeError', 'enough');
}
