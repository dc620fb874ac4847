// What the functions of node:crypto take: bytes in many forms, numbers within limits, names of hashes.
(function (host, load) {
  'use strict';
  const { coded, invalidArgType, invalidArgValue, outOfRange, requireString } = load('node/errors');
  const { Buffer } = load('node/buffer');
  const { isBuffer, bytesOf } = load('crypto/compute');

  const MAX_LENGTH = 2 ** 31 - 1;
  const INT32_MAX = 2 ** 31 - 1;
  const UINT32_MAX = 2 ** 32 - 1;

  // The names that BoringSSL knows, with the JDK's, and how many bytes each gives.
  const HASHES = {
    md5: ['MD5', 16],
    sha1: ['SHA-1', 20],
    sha224: ['SHA-224', 28],
    sha256: ['SHA-256', 32],
    sha384: ['SHA-384', 48],
    sha512: ['SHA-512', 64],
    'sha512-256': ['SHA-512/256', 32],
    'md5-sha1': ['MD5-SHA1', 36],
    'rsa-md5': ['MD5', 16],
    'rsa-sha1': ['SHA-1', 20],
    'rsa-sha224': ['SHA-224', 28],
    'rsa-sha256': ['SHA-256', 32],
    'rsa-sha384': ['SHA-384', 48],
    'rsa-sha512': ['SHA-512', 64],
    'dsa-sha': ['SHA-1', 20],
    'dsa-sha1': ['SHA-1', 20],
    'ecdsa-with-sha1': ['SHA-1', 20],
  };

  /** The hash of a name as `{name, size}`, the name being the JDK's; undefined for an unknown one. */
  function hashNamed(name) {
    const key = name.toLowerCase();
    if (!Object.hasOwn(HASHES, key)) return undefined;
    const [jdkName, size] = HASHES[key];
    return { name: jdkName, size };
  }

  /** Bytes of a string, an ArrayBuffer or a view. */
  function bytes(value, name, encoding, types = ['string', 'ArrayBuffer', 'Buffer', 'TypedArray', 'DataView']) {
    if (typeof value === 'string') {
      return Buffer.from(value, encoding === undefined || encoding === 'buffer' ? 'utf8' : encoding);
    }
    if (isBuffer(value)) return bytesOf(value);
    throw invalidArgType(name, types, value);
  }

  /** A Buffer over bytes that are nobody else's, or their text. */
  function output(result, encoding) {
    const buffer = Buffer.from(result.buffer, result.byteOffset, result.byteLength);
    return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
  }

  function requireInteger(value, name, min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER) {
    if (typeof value !== 'number') throw invalidArgType(name, 'number', value);
    if (!Number.isInteger(value)) throw outOfRange(name, 'an integer', value);
    if (value < min || value > max) throw outOfRange(name, `>= ${min} && <= ${max}`, value);
  }

  function requireOneOf(value, name, allowed) {
    if (allowed.includes(value)) return;
    const list = allowed.map((one) => (typeof one === 'string' ? `'${one}'` : String(one))).join(', ');
    throw invalidArgValue(name, value, `must be one of: ${list}`);
  }

  /**
   * Runs `work` and tells `callback` in a later microtask; an error of the callback's own is the
   * user's, and reported as such.
   */
  function deliver(callback, work) {
    Promise.resolve()
      .then(work)
      .then(
        (result) => callback(null, result),
        (error) => callback(error)
      );
  }

  return {
    MAX_LENGTH,
    INT32_MAX,
    UINT32_MAX,
    HASHES,
    hashNamed,
    bytes,
    output,
    requireInteger,
    requireUint32: (value, name, min = 0) => requireInteger(value, name, min, UINT32_MAX),
    requireOneOf,
    requireString,
    deliver,
    cryptoError: (code, message) => coded(Error, code, message),
    wrongKeyType: (actual, expected) =>
      coded(
        TypeError,
        'ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE',
        `Invalid key object type ${actual}, expected ${expected}.`
      ),
  };
})
