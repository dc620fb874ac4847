export default async function (assert) {
  const before = Date.now();
  const date = new Date();
  assert(date instanceof Date);
  assert(date.getTime() >= before);
  assert.equal(typeof Date(), 'string');
  assert.equal(new Date(0).toISOString(), '1970-01-01T00:00:00.000Z');
  assert.equal(new Date(2020, 0, 2).getDate(), 2);
  assert.equal(Date.UTC(1970, 0), 0);
  class Mine extends Date {}
  assert(new Mine(5) instanceof Mine);
  assert.equal(new Mine(5).getTime(), 5);
}
