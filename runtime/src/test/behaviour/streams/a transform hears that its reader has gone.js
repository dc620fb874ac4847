export default async function (assert) {
  let reason;
  const { readable } = new TransformStream({
    cancel(given) {
      reason = given;
    },
  });
  await readable.cancel('enough');
  assert.equal(reason, 'enough');
}
