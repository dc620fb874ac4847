// ReadableStreamDefaultReader.
(function (host, load) {
  'use strict';
  const { expose, wrongConstructorArgument } = load('webidl');
  const { rejected, resolved } = load('streams/promises');
  const { RELEASED } = load('streams/readablecore');

  const NativePromise = Promise;
  const SECRET = Symbol('ReadableStreamDefaultReader');

  /** A request whose answer is a promise; that is made when it is known whether it has to wait. */
  class PromisedRead {
    next = null;
    result = null;
    reason = undefined;
    isFailed = false;
    resolve = null;
    reject = null;

    get promise() {
      if (this.result !== null) return resolved(this.result);
      if (this.isFailed) return rejected(this.reason);
      return new NativePromise((resolve, reject) => {
        this.resolve = resolve;
        this.reject = reject;
      });
    }

    chunk(value) {
      this.settle({ value, done: false });
    }

    close(value) {
      this.settle({ value, done: true });
    }

    settle(result) {
      if (this.resolve === null) this.result = result;
      else this.resolve(result);
    }

    error(reason) {
      if (this.reject === null) {
        this.isFailed = true;
        this.reason = reason;
      } else {
        this.reject(reason);
      }
    }
  }

  class ReadableStreamDefaultReader {
    #lock;

    constructor(stream, lock) {
      if (stream === SECRET) {
        this.#lock = lock;
        return;
      }
      const readable = load('streams/readable').readableOf(stream);
      if (readable === null) throw wrongConstructorArgument('ReadableStreamDefaultReader', 1, 'ReadableStream');
      this.#lock = readable.lock(false);
    }
    get closed() {
      return #lock in this ? this.#lock.closed.promise : rejected(new TypeError('Illegal invocation'));
    }
    cancel(reason = undefined) {
      if (!(#lock in this)) return rejected(new TypeError('Illegal invocation'));
      const { stream } = this.#lock;
      return stream === null ? rejected(new TypeError(RELEASED)) : stream.cancel(reason);
    }
    read() {
      if (!(#lock in this)) return rejected(new TypeError('Illegal invocation'));
      const { stream } = this.#lock;
      if (stream === null) return rejected(new TypeError(RELEASED));
      const request = new PromisedRead();
      stream.read(request);
      return request.promise;
    }
    releaseLock() {
      if (this.#lock.stream !== null) this.#lock.release();
    }
  }
  Object.defineProperty(ReadableStreamDefaultReader, 'length', { value: 1, configurable: true });
  expose(ReadableStreamDefaultReader);

  return {
    ReadableStreamDefaultReader,
    PromisedRead,
    /** A reader for somebody who reads a stream as user code does. */
    readerOf: (readable) => new ReadableStreamDefaultReader(SECRET, readable.lock(false)),
  };
})
