// The streams standard: the classes of web-streams-polyfill, and what Workers add to them.
// Loaded only when user code uses a stream.
(function (host, load) {
  'use strict';
  const { expose, is, refuseClones, wrongConstructorArgument } = load('webidl');
  const { own, check, TYPES } = load('iocontext');
  const library = load('vendor/web-streams');
  const { ReadableStream, TransformStream } = library;

  is.ReadableStream = (value) => value instanceof ReadableStream;

  // Workers' own, from before the standard had `min`.
  Object.defineProperty(library.ReadableStreamBYOBReader.prototype, 'readAtLeast', {
    value: function readAtLeast(min, view) {
      return this.read(view, { min });
    },
    enumerable: true,
    writable: true,
    configurable: true,
  });

  // Where a stream is known to give so many bytes.
  const lengths = new WeakMap();

  const NOT_BYTES =
    'This TransformStream is being used as a byte stream, but received an object of non-ArrayBuffer/ArrayBufferView type on its writable side.';

  function toBytes(chunk) {
    if (chunk instanceof ArrayBuffer) return new Uint8Array(chunk).slice();
    if (ArrayBuffer.isView(chunk)) {
      return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength).slice();
    }
    if (typeof chunk === 'string') return new TextEncoder().encode(chunk);
    throw new TypeError(NOT_BYTES);
  }

  /**
   * A pair of a writable and a readable byte stream that gives what was written. A write is done
   * when its bytes have been read, so that a slow reader slows the writer down.
   */
  function bytePipe(onChunk, onEnd) {
    const owner = own();
    let controller;
    let released = () => {};
    let broken = null;
    // An error of the writing side is the reading side's, too.
    const breaking = (action) => {
      try {
        return action();
      } catch (error) {
        controller.error(error);
        throw error;
      }
    };
    const readable = new ReadableStream({
      type: 'bytes',
      start(c) {
        controller = c;
      },
      pull() {
        check(owner, TYPES.READABLE);
        released();
      },
      cancel(reason) {
        check(owner, TYPES.CANCELLATION);
        broken = { reason };
        released();
      },
    });
    const writable = new library.WritableStream({
      async write(chunk) {
        check(owner, TYPES.WRITABLE);
        if (broken) throw broken.reason;
        const bytes = breaking(() => {
          const converted = toBytes(chunk);
          onChunk(converted.length);
          return converted;
        });
        if (bytes.length === 0) return;
        const read = new Promise((resolve) => {
          released = resolve;
        });
        controller.enqueue(bytes);
        // Nothing is queued if somebody was waiting for it.
        if (controller.desiredSize < 0) await read;
        if (broken) throw broken.reason;
      },
      close() {
        check(owner, TYPES.WRITABLE);
        breaking(onEnd);
        controller.close();
        controller.byobRequest?.respond(0);
      },
      abort(reason) {
        check(owner, TYPES.WRITABLE);
        controller.error(reason);
      },
    });
    return { readable, writable };
  }

  class IdentityTransformStream extends TransformStream {
    #pipe;

    constructor() {
      super();
      this.#pipe = bytePipe(
        () => {},
        () => {}
      );
    }
    get readable() {
      return this.#pipe.readable;
    }
    get writable() {
      return this.#pipe.writable;
    }
  }
  expose(IdentityTransformStream);

  class FixedLengthStream extends IdentityTransformStream {
    #pipe;

    constructor(expectedLength) {
      super();
      if (expectedLength === undefined) {
        throw wrongConstructorArgument('FixedLengthStream', 1, 'bigint');
      }
      const expected = Math.trunc(Number(expectedLength));
      if (expected < 0) {
        throw new TypeError(
          'The value cannot be converted because it is negative and this API expects a positive bigint.'
        );
      }
      if (!(expected <= Number.MAX_SAFE_INTEGER)) {
        throw new TypeError('FixedLengthStream requires an integer expected length less than 2^53.');
      }
      let written = 0;
      this.#pipe = bytePipe(
        (length) => {
          written += length;
          if (written > expected) {
            throw new TypeError('Attempt to write too many bytes through a FixedLengthStream.');
          }
        },
        () => {
          if (written < expected) {
            throw new TypeError('FixedLengthStream did not see all expected bytes before close().');
          }
        }
      );
      lengths.set(this.#pipe.readable, expected);
    }
    get readable() {
      return this.#pipe.readable;
    }
    get writable() {
      return this.#pipe.writable;
    }
  }
  expose(FixedLengthStream);

  // Before the flag, every TransformStream passed bytes through, whatever it was given.
  const isStandard = host.flags.isOn('transformstream_enable_standard_constructor');

  for (const Class of Object.values(library)) {
    const isTransferable = Class === ReadableStream || Class === library.WritableStream;
    refuseClones(Class, isTransferable ? `${Class.name} can only be serialized for RPC.` : undefined);
  }

  return {
    ...library,
    TransformStream: isStandard ? TransformStream : IdentityTransformStream,
    IdentityTransformStream,
    FixedLengthStream,
    /** Whether somebody has read from or cancelled the stream. */
    isDisturbed: (stream) => stream._disturbed,
    /** How many bytes the stream will give, -1 if that is unknown. */
    expectedLength: (stream) => lengths.get(stream) ?? -1,
    /** Notes how many bytes a stream gives; a negative number says that nobody knows. */
    expectLength(stream, length) {
      if (length >= 0) lengths.set(stream, length);
      return stream;
    },
    toBytes,
  };
})
