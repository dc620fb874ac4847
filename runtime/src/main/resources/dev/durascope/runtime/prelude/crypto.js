// crypto: random values, and the way to crypto.subtle and DigestStream, which are loaded when used.
(function (host, load) {
  'use strict';
  const { expose, wrongArgument } = load('webidl');
  const { compute } = load('crypto/compute');
  const { requireHandler } = load('iocontext');

  const MAX_RANDOM_BYTES = 65536;
  const SECRET = Symbol('Crypto');

  function isInteger(view) {
    return !(view instanceof DataView) && !/^Float/.test(view[Symbol.toStringTag]);
  }

  class Crypto {
    constructor(secret) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
    }

    get subtle() {
      return load('crypto/subtle').subtle;
    }

    getRandomValues(array) {
      if (!ArrayBuffer.isView(array)) {
        throw wrongArgument('getRandomValues', 'Crypto', 1, 'ArrayBufferView');
      }
      if (!isInteger(array)) {
        throw new DOMException(
          'ArrayBufferView argument to getRandomValues() must be an integer-typed view.',
          'TypeMismatchError'
        );
      }
      if (array.byteLength > MAX_RANDOM_BYTES) {
        throw new DOMException(
          `getRandomValues() only accepts buffers of size <= 64K but provided ${array.byteLength} bytes.`,
          'QuotaExceededError'
        );
      }
      requireHandler();
      const bytes = compute('random.bytes', array.byteLength);
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(bytes);
      return array;
    }

    randomUUID() {
      requireHandler();
      return compute('random.uuid');
    }

    get DigestStream() {
      return load('crypto/digeststream').DigestStream;
    }
  }
  expose(Crypto);

  return { crypto: new Crypto(SECRET), Crypto };
})
