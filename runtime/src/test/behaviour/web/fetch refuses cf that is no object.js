export default async function (assert) {
  await assert.rejects(
    fetch('http://127.0.0.1/', { cf: 5 }),
    'TypeError',
    "Incorrect type for the 'cf' field on 'RequestInitializerDict': the provided value is not of type 'Object'."
  );
}
