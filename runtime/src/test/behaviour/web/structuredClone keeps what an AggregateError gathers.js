export default async function (assert) {
  const copy = structuredClone(new AggregateError([new TypeError('one'), 'two'], 'both', { cause: { code: 1 } }));
  assert(copy instanceof AggregateError);
  assert.equal(copy.message, 'both');
  assert.equal(copy.errors.length, 2);
  assert(copy.errors[0] instanceof TypeError);
  assert.equal(copy.errors[0].message, 'one');
  assert.equal(copy.errors[1], 'two');
  assert.equal(copy.cause.code, 1);
}
