// The dictionaries that Web Crypto calls algorithms: how their fields are read, and the errors of
// fields that are missing or wrong.
(function (host, load) {
  'use strict';
  const { isBuffer, bytesOf } = load('crypto/compute');

  // The hashes, with the bytes of a block and of a result.
  const HASHES = {
    'SHA-1': { block: 64, size: 20 },
    'SHA-256': { block: 64, size: 32 },
    'SHA-384': { block: 128, size: 48 },
    'SHA-512': { block: 128, size: 64 },
    MD5: { block: 64, size: 16 },
  };

  function fail(name, message) {
    throw new DOMException(message, name);
  }

  /** An algorithm given as a name alone, or as an object with one. */
  function algorithmOf(value, type) {
    if (value === undefined || value === null) {
      throw new TypeError(`Cannot initialize ${type} with required members from an undefined or null value.`);
    }
    return typeof value === 'object' || typeof value === 'function'
      ? { fields: value, name: `${value.name}` }
      : { fields: {}, name: `${value}` };
  }

  /** A hash by name or dictionary, in its proper spelling. */
  function hashOf(value) {
    const name = algorithmOf(value, 'HashAlgorithm').name.toUpperCase();
    if (!Object.hasOwn(HASHES, name)) {
      fail('NotSupportedError', 'Unrecognized or unimplemented digest algorithm requested.');
    }
    return name;
  }

  function requiredHash(fields, where = 'algorithm') {
    if (fields.hash === undefined) throw new TypeError(`Missing field "hash" in "${where}".`);
    return hashOf(fields.hash);
  }

  /** A field that must be bytes if it is there. */
  function optionalBytes(fields, field, type) {
    const value = fields[field];
    if (value === undefined) return undefined;
    if (!isBuffer(value)) {
      throw new TypeError(
        `Incorrect type for the '${field}' field on '${type}': the provided value is not of type 'BufferSource'.`
      );
    }
    return bytesOf(value);
  }

  function requiredBytes(fields, field, type) {
    const value = optionalBytes(fields, field, type);
    if (value === undefined) throw new TypeError(`Missing field "${field}" in "algorithm".`);
    return value;
  }

  function requiredInteger(fields, field, message = `Missing field "${field}" in "algorithm".`) {
    if (fields[field] === undefined) throw new TypeError(message);
    return integer(fields[field]);
  }

  /** A number as a C++ int takes it. */
  function integer(value) {
    const number = Math.trunc(Number(value)) || 0;
    if (number < -(2 ** 31) || number >= 2 ** 31) {
      throw new TypeError('Value out of range. Must be between -2147483648 and 2147483647 (inclusive).');
    }
    return number;
  }

  return { HASHES, fail, algorithmOf, hashOf, requiredHash, optionalBytes, requiredBytes, requiredInteger, integer };
})
