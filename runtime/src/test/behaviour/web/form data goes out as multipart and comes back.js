export default async function (assert) {
  const form = new FormData();
  form.append('a', '1');
  form.append('a', 'é\n"2"');
  form.append('file', new File(['con\r\ntent'], 'f 1.txt', { type: 'text/css' }));
  const request = new Request('http://example.com/', { method: 'POST', body: form });
  assert(request.headers.get('content-type').startsWith('multipart/form-data; boundary='));
  const back = await request.formData();
  assert.deepEqual(back.getAll('a'), ['1', 'é\n"2"']);
  const file = back.get('file');
  assert.equal(file.name, 'f 1.txt');
  assert.equal(file.type, 'text/css');
  assert.equal(await file.text(), 'con\r\ntent');
}
