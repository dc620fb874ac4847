export default async function (assert) {
  await assert.rejects(fetch('ftp://127.0.0.1/'), 'TypeError', 'Fetch API cannot load: ftp://127.0.0.1/');
  await assert.rejects(fetch('blob:abc'), 'TypeError', 'Fetch API cannot load: blob:abc');
}
