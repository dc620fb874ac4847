// CryptoKey, and what keys may be used for.
(function (host, load) {
  'use strict';
  const { expose } = load('webidl');
  const { fail } = load('crypto/parameters');

  const SECRET = Symbol('CryptoKey');
  const USAGES = ['encrypt', 'decrypt', 'sign', 'verify', 'deriveKey', 'deriveBits', 'wrapKey', 'unwrapKey'];
  const PUBLIC_USAGES = ['encrypt', 'verify', 'wrapKey'];
  const PRIVATE_USAGES = ['decrypt', 'sign', 'unwrapKey', 'deriveKey', 'deriveBits'];

  let materialOf;
  let isKey;

  class CryptoKey {
    #material;

    /** `material` is a Uint8Array for secret keys, a handle of Java for others. */
    constructor(secret, material, options) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
      const { type, extractable, algorithm, usages } = options;
      this.#material = material;
      const parts = { usages, algorithm, extractable, type };
      for (const [name, value] of Object.entries(parts)) {
        Object.defineProperty(this, name, { value, enumerable: true });
      }
    }

    static {
      materialOf = (key) => key.#material;
      isKey = (value) => typeof value === 'object' && value !== null && #material in value;
    }
  }
  // The arguments of the constructor are the prelude's own affair.
  Object.defineProperty(CryptoKey, 'length', { value: 0, configurable: true });
  expose(CryptoKey);

  function newKey(material, parts) {
    return new CryptoKey(SECRET, material, parts);
  }

  /** The usages asked for, in the standard's order; refuses those that are not `allowed`. */
  function checkedUsages(name, operation, usages, allowed) {
    const wrong = usages.find((usage) => !allowed.includes(usage));
    if (wrong !== undefined) {
      fail('SyntaxError', `Attempt to ${operation} ${name} key with invalid usage "${wrong}".`);
    }
    return USAGES.filter((usage) => usages.includes(usage));
  }

  /** A pair of keys; `allowed` is what the two together may be used for. */
  function newPair(name, [publicKey, privateKey], { algorithm, extractable, usages, allowed }) {
    const checked = checkedUsages(name, 'generate', usages, allowed);
    const part = (list) => checked.filter((usage) => list.includes(usage));
    return {
      publicKey: newKey(publicKey, {
        type: 'public',
        extractable: true,
        algorithm: algorithm(),
        usages: part(PUBLIC_USAGES),
      }),
      privateKey: newKey(privateKey, {
        type: 'private',
        extractable,
        algorithm: algorithm(),
        usages: part(PRIVATE_USAGES),
      }),
    };
  }

  return {
    CryptoKey,
    newKey,
    newPair,
    isKey: (value) => isKey(value),
    materialOf: (key) => materialOf(key),
    checkedUsages,
    PUBLIC_USAGES,
    PRIVATE_USAGES,
  };
})
