export default async function (assert) {
  assert.throws(() => URL.createObjectURL(new Blob([])), 'Error', 'URL.createObjectURL() is not implemented');
  assert.throws(() => URL.revokeObjectURL('blob:x'), 'Error', 'URL.revokeObjectURL() is not implemented');
}
