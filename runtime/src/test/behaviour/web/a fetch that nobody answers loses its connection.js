export default async function (assert) {
  await assert.rejects(fetch('http://127.0.0.1:1/'), 'Error', 'Network connection lost.');
}
