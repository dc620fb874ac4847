// crypto.DigestStream: a WritableStream that gives the digest of what was written to it.
(function (host, load) {
  'use strict';
  const { expose, wrongConstructorArgument } = load('webidl');
  const { compute, make, isBuffer, bytesOf } = load('crypto/compute');
  const { algorithmOf, hashOf } = load('crypto/parameters');
  const { WritableStream } = load('streams');

  const CHECKSUMS = ['crc32', 'crc32c', 'crc64nvme'];

  function bytesToDigest(chunk) {
    if (isBuffer(chunk)) return bytesOf(chunk);
    if (typeof chunk === 'string') return new TextEncoder().encode(chunk);
    throw new TypeError(
      'DigestStream is a byte stream but received an object of non-ArrayBuffer/ArrayBufferView/string type on its writable side.'
    );
  }

  class DigestStream extends WritableStream {
    #digest;
    #bytesWritten = 0n;

    constructor(algorithm) {
      if (algorithm === undefined || algorithm === null) {
        throw wrongConstructorArgument('DigestStream', 1, 'string or HashAlgorithm');
      }
      const { name } = algorithmOf(algorithm, 'HashAlgorithm');
      const running = make('hash.start', CHECKSUMS.includes(name) ? name : hashOf(name));
      const { promise, resolve, reject } = Promise.withResolvers();
      let count;
      super({
        write(chunk) {
          const bytes = bytesToDigest(chunk);
          compute('hash.update', running, bytes);
          count(bytes.length);
        },
        close() {
          resolve(compute('hash.finish', running).buffer);
        },
        abort: reject,
      });
      count = (length) => (this.#bytesWritten += BigInt(length));
      this.#digest = promise;
    }

    get digest() {
      return this.#digest;
    }

    get bytesWritten() {
      return this.#bytesWritten;
    }
  }
  expose(DigestStream);

  return { DigestStream };
})
