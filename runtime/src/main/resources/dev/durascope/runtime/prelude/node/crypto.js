// node:crypto, as far as workerd has it: https://developers.cloudflare.com/workers/runtime-apis/nodejs/crypto/
(function (host, load) {
  'use strict';
  const { notImplemented } = load('node/errors');
  const { crypto } = load('crypto');

  /** Functions that are there in name only. */
  function absent(...names) {
    return Object.fromEntries(
      names.map((name) => [
        name,
        {
          [name]() {
            throw notImplemented(name);
          },
        }[name],
      ])
    );
  }

  const random = load('node/crypto/random');
  const module = {
    constants: load('node/crypto/constants'),
    ...load('node/crypto/agreement'),
    ...load('node/crypto/keys').exports,
    getRandomValues: crypto.getRandomValues.bind(crypto),
    pseudoRandomBytes: random.randomBytes,
    ...random,
    ...load('node/crypto/hash'),
    ...load('node/crypto/derivation'),
    ...load('node/crypto/sign'),
    ...load('node/crypto/cipher'),
    ...load('node/crypto/rsa'),
    getCurves: () => ['prime256v1', 'secp384r1', 'secp521r1'],
    secureHeapUsed: () => ({ total: 0, used: 0, utilization: 0, min: 0 }),
    timingSafeEqual: (a, b) => crypto.subtle.timingSafeEqual(a, b),
    getFips: () => true,
    get fips() {
      return true;
    },
    set fips(_) {
      throw notImplemented('setFips');
    },
    subtle: crypto.subtle,
    webcrypto: crypto,
    CryptoKey: load('crypto/keys').CryptoKey,
    ...absent('setEngine', 'setFips', 'createCipher', 'createDecipher', 'Cipher', 'Decipher'),
    ...absent('Certificate', 'X509Certificate'),
  };
  return module;
})
