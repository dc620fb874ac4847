export default async function (assert) {
  await assert.rejects(fetch('/x'), 'TypeError', 'Invalid URL: /x');
}
