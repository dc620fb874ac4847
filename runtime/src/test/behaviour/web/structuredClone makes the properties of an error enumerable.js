// Since 2026-04-21, all own properties of an error are cloned as plain ones.
export default async function (assert) {
  const error = new RangeError('message', { cause: new Error('inner') });
  error.name = 'Custom';
  const copy = structuredClone(error);
  assert(copy instanceof Error);
  assert.equal(copy.cause.message, 'inner');
  assert.deepEqual(Object.keys(copy).sort(), ['cause', 'name', 'stack']);
}
