export default async function (assert) {
  assert.throws(() => new Blob('x'), 'TypeError', "Failed to construct 'Blob': constructor parameter 1 is not of type 'Array'.");
  assert.throws(() => new Blob([], 3), 'TypeError', "Failed to construct 'Blob': constructor parameter 2 is not of type 'Options'.");
  assert.throws(() => new Blob([], { endings: 'native' }), 'Error', "The 'endings' field on 'Options' is not implemented.");
  assert.throws(() => new File('a', 'b'), 'TypeError', "Failed to construct 'File': constructor parameter 1 is not of type 'Array'.");
}
