export default async function (assert) {
  await assert.rejects(fetch('http://127.0.0.1/', { cache: 'default' }), 'TypeError', 'Unsupported cache mode: default');
}
