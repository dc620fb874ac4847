// IdentityTransformStream and FixedLengthStream, which are Workers' own: pipes for bytes. A write is done
// when its bytes have been read, so that a slow reader slows the writer down.
(function (host, load) {
  'use strict';
  const { expose, wrongConstructorArgument } = load('webidl');
  const { own, check, TYPES } = load('iocontext');
  const { toBytes } = load('streams/bytes');
  const { byteReadableFrom, streamOf } = load('streams/readable');
  const writables = load('streams/writable');
  const states = load('streams/writablecore');
  const { TransformStream, OF_PAIR } = load('streams/transform');

  /** Both sides, and what is between them. */
  class BytePipe {
    #owner = own();
    #readable;
    #writable;
    #isWaiting = false; // a write, until its bytes are read
    #broken = null;

    counter = null;

    constructor(counter) {
      this.counter = counter;
      this.#readable = byteReadableFrom(
        {
          __proto__: null,
          pull: () => {
            check(this.#owner, TYPES.READABLE);
            this.#release();
          },
          cancel: (reason) => {
            check(this.#owner, TYPES.CANCELLATION);
            this.#broken = { reason };
            this.#release();
          },
        },
        0
      );
      this.#writable = writables.writableFrom(
        {
          __proto__: null,
          write: (chunk) => this.#write(chunk),
          close: () => this.#close(),
          abort: (reason) => {
            check(this.#owner, TYPES.WRITABLE);
            this.#readable.controller.fail(reason);
          },
        },
        1
      );
    }

    get streams() {
      return { readable: streamOf(this.#readable), writable: writables.streamOf(this.#writable) };
    }

    /** An error of the writing side is the reading side's, too. */
    #breaking(action) {
      try {
        return action();
      } catch (error) {
        this.#readable.controller.fail(error);
        throw error;
      }
    }

    #write(chunk) {
      check(this.#owner, TYPES.WRITABLE);
      if (this.#broken) throw this.#broken.reason;
      const bytes = this.#breaking(() => {
        const converted = toBytes(chunk);
        this.counter?.add(converted.length);
        return converted;
      });
      if (bytes.length === 0) return undefined;
      const { controller } = this.#readable;
      controller.enqueueOwn(bytes);
      // Nothing is queued if somebody was waiting for it.
      if (controller.total === 0) return undefined;
      this.#isWaiting = true;
      return states.LATER;
    }

    #release() {
      if (!this.#isWaiting) return;
      this.#isWaiting = false;
      if (this.#broken) this.#writable.writeFailed(this.#broken.reason);
      else this.#writable.written();
    }

    #close() {
      check(this.#owner, TYPES.WRITABLE);
      this.#breaking(() => this.counter?.end());
      this.#readable.controller.end();
    }
  }

  /** Counts the bytes of a pipe that is to have so many. */
  class Length {
    #written = 0;
    #expected;

    constructor(expected) {
      this.#expected = expected;
    }

    add(length) {
      this.#written += length;
      if (this.#written > this.#expected) {
        throw new TypeError('Attempt to write too many bytes through a FixedLengthStream.');
      }
    }

    end() {
      if (this.#written < this.#expected) {
        throw new TypeError('FixedLengthStream did not see all expected bytes before close().');
      }
    }
  }

  class IdentityTransformStream extends TransformStream {
    constructor() {
      super(OF_PAIR, arguments[0] === OF_PAIR ? arguments[1] : new BytePipe(null).streams);
    }
  }
  expose(IdentityTransformStream);

  function lengthOf(value) {
    if (value === undefined) throw wrongConstructorArgument('FixedLengthStream', 1, 'bigint');
    const expected = Math.trunc(Number(value));
    if (expected < 0) {
      throw new TypeError(
        'The value cannot be converted because it is negative and this API expects a positive bigint.'
      );
    }
    if (!(expected <= Number.MAX_SAFE_INTEGER)) {
      throw new TypeError('FixedLengthStream requires an integer expected length less than 2^53.');
    }
    return expected;
  }

  class FixedLengthStream extends IdentityTransformStream {
    constructor(expectedLength) {
      const expected = lengthOf(expectedLength);
      const { streams } = new BytePipe(new Length(expected));
      super(OF_PAIR, streams);
      load('streams').expectLength(streams.readable, expected);
    }
  }
  expose(FixedLengthStream);

  return { IdentityTransformStream, FixedLengthStream };
})
