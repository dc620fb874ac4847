// What all keys with two halves have in common: import from SPKI and PKCS #8, export to them.
(function (host, load) {
  'use strict';
  const { compute, make } = load('crypto/compute');
  const { fail } = load('crypto/parameters');
  const { materialOf, checkedUsages, PUBLIC_USAGES, PRIVATE_USAGES } = load('crypto/keys');
  const jwks = load('crypto/jwk');

  /**
   * Imports from one of the formats that all have; gives `{material, type, usages}`.
   *
   * `fromJwk` makes a key of a JSON Web Key whose general rules have been checked; `allowed` is what
   * both halves may be used for, `allowedPublic` the public one where that follows other rules.
   */
  function importKey(name, format, data, usages, { fromJwk, allowed, allowedPublic }) {
    if (format === 'jwk') {
      const checked = jwks.checkAsymmetric(name, data, usages, allowed, allowedPublic);
      return { material: fromJwk(data), ...checked };
    }
    if (format === 'spki') {
      const material = make('key.fromSpki', data);
      const list = allowedPublic ?? allowed.filter((usage) => PUBLIC_USAGES.includes(usage));
      return { material, type: 'public', usages: checkedUsages(name, 'import public', usages, list) };
    }
    if (format === 'pkcs8') {
      const material = make('key.fromPkcs8', data);
      const list = allowed.filter((usage) => PRIVATE_USAGES.includes(usage));
      return { material, type: 'private', usages: checkedUsages(name, 'import private', usages, list) };
    }
    return fail('NotSupportedError', `Unrecognized key import format "${format}".`);
  }

  /** Exports; `toJwk` gives the fields of a JSON Web Key, `toRaw` the bytes of a public key. */
  function exporter({ toJwk, toRaw }) {
    return (format, key) => {
      const { type } = key;
      switch (format) {
        case 'pkcs8':
          if (type !== 'private') {
            fail('InvalidAccessError', `Asymmetric pkcs8 export requires private key (not "${type}").`);
          }
          return compute('key.toBytes', format, materialOf(key)).buffer;
        case 'spki':
          if (type !== 'public') {
            fail('InvalidAccessError', `Asymmetric spki export requires public key (not "${type}").`);
          }
          return compute('key.toBytes', format, materialOf(key)).buffer;
        case 'jwk':
          return jwks.write({ ...toJwk(key), key_ops: [...key.usages] });
        case 'raw':
          return toRaw(key).buffer;
        default:
          return fail('InvalidAccessError', `Cannot export "${key.algorithm.name}" in "${format}" format.`);
      }
    };
  }

  function requirePrivate(key) {
    if (key.type !== 'private') fail('InvalidAccessError', 'Asymmetric signing requires a private key.');
  }

  function requirePublic(key) {
    if (key.type !== 'public') fail('InvalidAccessError', 'Asymmetric verification requires a public key.');
  }

  /** The other side's key for an agreement, once both have been found to fit. */
  function peerOf(fields, key, isKey) {
    const { name, namedCurve } = key.algorithm;
    if (key.type !== 'private') {
      fail('InvalidAccessError', `The deriveBits operation is only valid for a private key, not "${key.type}".`);
    }
    const peer = fields.public;
    if (peer === undefined) throw new TypeError('Missing field "public" in "derivedKeyParams".');
    if (!isKey(peer)) {
      throw new TypeError(
        "Incorrect type for the 'public' field on 'DeriveKeyAlgorithm': the provided value is not of type 'CryptoKey'."
      );
    }
    if (peer.type !== 'public') {
      fail('InvalidAccessError', `The provided key has type "${peer.type}", not "public"`);
    }
    if (Object.keys(peer.algorithm).join() !== Object.keys(key.algorithm).join()) {
      fail('InvalidAccessError', `Base ${name} private key cannot be used to derive a key from a peer ${peer.algorithm.name} public key`);
    }
    if (peer.algorithm.name !== name) {
      fail('InvalidAccessError', `Private key for derivation is using "${name}" while public key is using "${peer.algorithm.name}".`);
    }
    if (peer.algorithm.namedCurve !== namedCurve) {
      fail('InvalidAccessError', `Private key for derivation is using curve "${namedCurve}" while public key is using "${peer.algorithm.namedCurve}".`);
    }
    return peer;
  }

  /** The first `length` bits of a secret, all of them for null. */
  function firstBits(secret, length) {
    const bits = length ?? secret.length * 8;
    if (bits > secret.length * 8) {
      fail('OperationError', `Derived key length (${bits} bits) is too long (should be at most ${secret.length * 8} bits).`);
    }
    const result = secret.slice(0, Math.ceil(bits / 8));
    const excess = result.length * 8 - bits;
    if (excess > 0) result[result.length - 1] &= 0xff << excess;
    return result;
  }

  return { importKey, exporter, requirePrivate, requirePublic, peerOf, firstBits };
})
