export default async function (assert) {
  await assert.rejects(fetch('nowhere'), 'TypeError');
}
