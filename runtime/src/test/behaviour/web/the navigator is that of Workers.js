export default async function (assert) {
  assert.equal(navigator.userAgent, 'Cloudflare-Workers');
}
