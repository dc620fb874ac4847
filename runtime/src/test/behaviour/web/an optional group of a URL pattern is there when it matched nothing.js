export default async function (assert) {
  const { groups } = new URLPattern({ pathname: '/books/:id?' }).exec('https://example.com/books').pathname;
  assert.equal('id' in groups, true);
  assert.equal(groups.id, undefined);
}
