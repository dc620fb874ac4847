// What counts as bytes where a stream is one of bytes.
(function () {
  'use strict';
  const NOT_BYTES =
    'This TransformStream is being used as a byte stream, but received an object of non-ArrayBuffer/ArrayBufferView type on its writable side.';

  return {
    /** The bytes of a chunk, in memory that nobody else has. */
    toBytes(chunk) {
      if (chunk instanceof ArrayBuffer) return new Uint8Array(chunk.slice(0));
      if (ArrayBuffer.isView(chunk)) {
        return new Uint8Array(chunk.buffer.slice(chunk.byteOffset, chunk.byteOffset + chunk.byteLength));
      }
      if (typeof chunk === 'string') return new TextEncoder().encode(chunk);
      throw new TypeError(NOT_BYTES);
    },
  };
})
