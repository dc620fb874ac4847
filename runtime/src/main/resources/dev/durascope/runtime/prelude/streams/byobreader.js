// ReadableStreamBYOBReader: it reads bytes into the buffers that it is given.
(function (host, load) {
  'use strict';
  const { expose, wrongConstructorArgument } = load('webidl');
  const { rejected } = load('streams/promises');
  const { dictionary, enforcedRange } = load('streams/conversions');
  const { RELEASED, ERRORED } = load('streams/readablecore');
  const { PromisedRead } = load('streams/reader');

  const SECRET = Symbol('ReadableStreamBYOBReader');
  const EMPTY = 'You must call read() on a "byob" reader with a positive-sized TypedArray object.';

  function lock(readable) {
    if (readable.reader === null && !readable.controller.isOfBytes) {
      throw new TypeError('This ReadableStream does not support BYOB reads.');
    }
    return readable.lock(true);
  }

  /** How many elements at least are to be read. */
  function minimumOf(view, options) {
    const { min = 1 } = dictionary(options, 'ReadableStreamBYOBReaderReadOptions');
    const count = enforcedRange(min, 'min');
    const length = view.length ?? view.byteLength;
    if (count === 0) throw new TypeError('Requested invalid minimum number of bytes to read (0).');
    if (count > length) throw new RangeError(`Minimum bytes to read (${count}) exceeds size of buffer (${length}).`);
    return count;
  }

  function checkedView(view) {
    if (!ArrayBuffer.isView(view)) {
      throw new TypeError(
        "Failed to execute 'read' on 'ReadableStreamBYOBReader': parameter 1 is not of type 'ArrayBufferView'."
      );
    }
    if (view.byteLength === 0 || view.buffer.byteLength === 0) throw new TypeError(EMPTY);
  }

  /** Reads into a view within: as a request, see `readablecore`. */
  function readInto(readable, view, min, request) {
    readable.isDisturbed = true;
    if (readable.state === ERRORED) request.error(readable.error);
    else readable.controller.readInto(view, min, request);
  }

  class ReadableStreamBYOBReader {
    #lock;

    constructor(stream, lockOf) {
      if (stream === SECRET) {
        this.#lock = lockOf;
        return;
      }
      const readable = load('streams/readable').readableOf(stream);
      if (readable === null) throw wrongConstructorArgument('ReadableStreamBYOBReader', 1, 'ReadableStream');
      this.#lock = lock(readable);
    }
    get closed() {
      return #lock in this ? this.#lock.closed.promise : rejected(new TypeError('Illegal invocation'));
    }
    cancel(reason = undefined) {
      if (!(#lock in this)) return rejected(new TypeError('Illegal invocation'));
      const { stream } = this.#lock;
      return stream === null ? rejected(new TypeError(RELEASED)) : stream.cancel(reason);
    }
    read(view, options = undefined) {
      if (!(#lock in this)) return rejected(new TypeError('Illegal invocation'));
      try {
        checkedView(view);
        const min = minimumOf(view, options);
        const { stream } = this.#lock;
        if (stream === null) throw new TypeError(RELEASED);
        const request = new PromisedRead();
        readInto(stream, view, min, request);
        return request.promise;
      } catch (error) {
        return rejected(error);
      }
    }
    /** Workers' own, from before the standard had `min`. */
    readAtLeast(minElements, view) {
      return this.read(view, { min: minElements });
    }
    releaseLock() {
      if (this.#lock.stream !== null) this.#lock.release();
    }
  }
  Object.defineProperty(ReadableStreamBYOBReader, 'length', { value: 1, configurable: true });
  Object.defineProperty(ReadableStreamBYOBReader.prototype.read, 'length', { value: 1, configurable: true });
  expose(ReadableStreamBYOBReader);

  return {
    ReadableStreamBYOBReader,
    readInto,
    byobReaderOf: (readable) => new ReadableStreamBYOBReader(SECRET, lock(readable)),
  };
})
