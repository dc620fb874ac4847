const toHex = (bytes) => new Uint8Array(bytes).toHex();
const text = (string) => new TextEncoder().encode(string);

export default async function (assert) {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', text('abc'), algorithm, true, ['sign', 'verify']);
  const jwk = await crypto.subtle.exportKey('jwk', key);
  assert.equal(JSON.stringify(jwk), '{"kty":"oct","key_ops":["sign","verify"],"alg":"HS256","ext":true,"k":"YWJj"}');
  const again = await crypto.subtle.importKey('jwk', jwk, algorithm, true, ['sign']);
  assert.equal(toHex(await crypto.subtle.exportKey('raw', again)), '616263');
  const sha1 = { name: 'HMAC', hash: 'SHA-1' };
  await assert.rejects(crypto.subtle.importKey('jwk', jwk, sha1, true, ['sign']), 'DataError', 'HMAC "jwk" key import specifies "alg" that is incompatible with the hash name (encountered "HS256", expected "HS1").');
  await assert.rejects(crypto.subtle.importKey('jwk', { kty: 'RSA' }, sha1, true, ['sign']), 'DataError', 'HMAC "jwk" key import requires a JSON Web Key with Key Type parameter ("kty") equal to "oct" (encountered "RSA").');
}
