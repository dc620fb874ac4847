export default async function (assert) {
  assert.equal(Cloudflare.compatibilityFlags.url_standard, true);
  assert.equal(Cloudflare.compatibilityFlags.experimental, false);
  assert.equal(typeof Cloudflare.compatibilityFlags.nodejs_compat, 'boolean');
  assert.equal(Cloudflare.compatibilityFlags.no_such_flag, undefined);
}
