// WritableStream, its writer and its controller.
(function (host, load) {
  'use strict';
  const { expose, is, refuseClones, wrongConstructorArgument } = load('webidl');
  const { isObject, rejected } = load('streams/promises');
  const { callback, underlying, strategy, markOf } = load('streams/conversions');
  const { Writable, PromisedWrite, IS_CLOSED, WRITABLE } = load('streams/writablecore');

  const { apply } = Reflect;
  const SECRET = Symbol('WritableStream');
  const SINK = 'UnderlyingSink';
  const LOCKED = 'This WritableStream is currently locked to a writer.';
  const RELEASED = 'This WritableStream writer has been released.';
  const ALREADY_CLOSING = 'Cannot close a writer that is already being closed';

  let writableOf;

  /** A sink of user code, with the methods that it had when the stream was made. */
  class UserSink {
    controller = null; // as user code holds it
    sink = null;
    onAbort = undefined;
    onClose = undefined;
    onStart = undefined;
    onWrite = undefined;

    constructor(sink) {
      this.sink = sink;
      this.onAbort = callback(sink.abort, SINK, 'abort');
      this.onClose = callback(sink.close, SINK, 'close');
      this.onStart = callback(sink.start, SINK, 'start');
      if (sink.type !== undefined) throw new RangeError('Invalid underlying sink type. Only undefined is valid.');
      this.onWrite = callback(sink.write, SINK, 'write');
    }

    start() {
      return this.onStart === undefined ? undefined : apply(this.onStart, this.sink, [this.controller]);
    }

    write(chunk) {
      return this.onWrite === undefined ? undefined : apply(this.onWrite, this.sink, [chunk, this.controller]);
    }

    close() {
      return this.onClose === undefined ? undefined : apply(this.onClose, this.sink, []);
    }

    abort(reason) {
      return this.onAbort === undefined ? undefined : apply(this.onAbort, this.sink, [reason]);
    }
  }

  class WritableStreamDefaultController {
    #it;

    constructor(secret, it) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
      this.#it = it;
    }
    get signal() {
      return this.#it.signal;
    }
    error(reason = undefined) {
      this.#it.fail(reason);
    }
  }
  expose(WritableStreamDefaultController);

  class WritableStream {
    #it;

    constructor(sink, queuing) {
      if (sink === SECRET) {
        this.#it = queuing;
        return;
      }
      const object = underlying(sink, SINK);
      const given = strategy(queuing);
      const user = new UserSink(object);
      this.#it = new Writable(markOf(given, 1), given.size ?? null);
      user.controller = new WritableStreamDefaultController(SECRET, this.#it);
      this.#it.begin(user);
    }

    get locked() {
      return this.#it.writer !== null;
    }

    abort(reason = undefined) {
      if (!(#it in this)) return rejected(new TypeError('Illegal invocation'));
      return this.#it.writer === null ? this.#it.abort(reason) : rejected(new TypeError(LOCKED));
    }

    close() {
      if (!(#it in this)) return rejected(new TypeError('Illegal invocation'));
      if (this.#it.writer !== null) return rejected(new TypeError(LOCKED));
      return this.#it.isEnding ? rejected(new TypeError(ALREADY_CLOSING)) : this.#it.close();
    }

    getWriter() {
      return new WritableStreamDefaultWriter(this);
    }

    static {
      is.WritableStream = (value) => isObject(value) && #it in value;
      writableOf = (value) => (is.WritableStream(value) ? value.#it : null);
    }
  }
  Object.defineProperty(WritableStream, 'length', { value: 0, configurable: true });
  expose(WritableStream);
  refuseClones(WritableStream, 'WritableStream can only be serialized for RPC.');

  class WritableStreamDefaultWriter {
    #lock;

    constructor(stream) {
      const writable = writableOf(stream);
      if (writable === null) throw wrongConstructorArgument('WritableStreamDefaultWriter', 1, 'WritableStream');
      this.#lock = writable.lock();
    }

    get closed() {
      return #lock in this ? this.#lock.closed.promise : rejected(new TypeError('Illegal invocation'));
    }

    get desiredSize() {
      const { stream } = this.#lock;
      if (stream === null) throw new TypeError(RELEASED);
      return stream.desiredSize;
    }

    get ready() {
      return #lock in this ? this.#lock.ready.promise : rejected(new TypeError('Illegal invocation'));
    }

    abort(reason = undefined) {
      if (!(#lock in this)) return rejected(new TypeError('Illegal invocation'));
      const { stream } = this.#lock;
      return stream === null ? rejected(new TypeError(RELEASED)) : stream.abort(reason);
    }

    close() {
      if (!(#lock in this)) return rejected(new TypeError('Illegal invocation'));
      const { stream } = this.#lock;
      if (stream === null) return rejected(new TypeError(RELEASED));
      return stream.isEnding ? rejected(new TypeError(ALREADY_CLOSING)) : stream.close();
    }

    releaseLock() {
      if (this.#lock.stream !== null) this.#lock.release();
    }

    write(chunk = undefined) {
      if (!(#lock in this)) return rejected(new TypeError('Illegal invocation'));
      const { stream } = this.#lock;
      if (stream === null) return rejected(new TypeError(RELEASED));
      const request = new PromisedWrite();
      stream.write(chunk, request, this.#lock);
      return request.promise;
    }
  }
  expose(WritableStreamDefaultWriter);

  /** A writable stream within over a sink of the platform. */
  function writableFrom(sink, highWaterMark, size = null) {
    const writable = new Writable(highWaterMark, size);
    writable.begin(sink);
    return writable;
  }

  return {
    WritableStream,
    WritableStreamDefaultWriter,
    WritableStreamDefaultController,
    /** What a stream is within; null for anything else. */
    writableOf,
    streamOf: (writable) => new WritableStream(SECRET, writable),
    writableFrom,

    /** Whether a stream can be written to. */
    isWritable: (stream) => writableOf(stream).state === WRITABLE,

    /** Writes whoever has the stream's lock. */
    insistOnWriting(stream, chunk) {
      const request = new PromisedWrite();
      writableOf(stream).write(chunk, request);
      return request.promise;
    },

    /** Closes whoever has the stream's lock. */
    insistOnClosing(stream) {
      const writable = writableOf(stream);
      return writable.isEnding ? rejected(new TypeError(IS_CLOSED)) : writable.close();
    },
  };
})
