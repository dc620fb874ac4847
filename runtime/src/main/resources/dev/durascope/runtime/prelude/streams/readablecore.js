// A readable stream from within: what its classes, its pipes and the platform's own readers share. User
// code holds a ReadableStream, which holds one of these; nothing here calls what user code can change.
//
// A reader asks with a request: an object with `next` (it waits in a queue) and the methods
// `chunk(value)`, `close()` and `error(reason)`, one of which is called, maybe at once. So whoever is
// part of the platform reads without a promise for each chunk.
(function (host, load) {
  'use strict';
  const { Outcome, nothing, promised, rejected, resolved, upon } = load('streams/promises');
  const { Queue } = load('streams/queue');

  const READABLE = 0;
  const CLOSED = 1;
  const ERRORED = 2;

  /** What a source gives back from `pull` if it will say itself when that is over, by `pulled()` or `fail()`. */
  const LATER = Symbol('later');

  const LOCKED = 'This ReadableStream is currently locked to a reader.';
  const RELEASED = 'This ReadableStream reader has been released.';

  const close = (request) => request.close();

  /** The lock that a reader has on a stream. */
  class Lock {
    requests = new Queue();
    stream = null;
    isByob = false;
    closed = null;

    constructor(stream, isByob) {
      this.stream = stream;
      this.isByob = isByob;
      switch (stream.state) {
        case READABLE:
          this.closed = new Outcome();
          break;
        case CLOSED:
          this.closed = Outcome.fulfilled();
          break;
        default:
          this.closed = Outcome.rejected(stream.error);
      }
    }

    release() {
      const { stream } = this;
      const reason = new TypeError(RELEASED);
      if (stream.state === READABLE) this.closed.reject(reason);
      else this.closed = Outcome.rejected(reason);
      stream.controller.release();
      stream.reader = null;
      this.stream = null;
      this.requests.drain((request) => request.error(reason));
    }
  }

  class Readable {
    state = READABLE;
    error = undefined;
    reader = null; // the Lock
    controller = null;
    isDisturbed = false;
    expectedLength = -1; // in bytes, if it is known

    lock(isByob) {
      if (this.reader !== null) throw new TypeError(LOCKED);
      this.reader = new Lock(this, isByob);
      return this.reader;
    }

    /** Asks for the next chunk; the stream has to be locked. */
    read(request) {
      this.isDisturbed = true;
      switch (this.state) {
        case READABLE:
          this.controller.read(request);
          break;
        case CLOSED:
          request.close();
          break;
        default:
          request.error(this.error);
      }
    }

    close() {
      this.state = CLOSED;
      const { reader } = this;
      if (reader === null) return;
      reader.closed.fulfill();
      if (!reader.isByob) reader.requests.drain(close);
    }

    fail(reason) {
      this.state = ERRORED;
      this.error = reason;
      const { reader } = this;
      if (reader === null) return;
      reader.closed.reject(reason);
      reader.requests.drain((request) => request.error(reason));
    }

    /** Gives the promise of the source's cancellation. */
    cancel(reason) {
      this.isDisturbed = true;
      if (this.state === CLOSED) return resolved(undefined);
      if (this.state === ERRORED) return rejected(this.error);
      this.close();
      const { reader } = this;
      if (reader !== null && reader.isByob) reader.requests.drain(close);
      return upon(
        promised(() => this.controller.cancel(reason)),
        nothing
      );
    }
  }

  return { Readable, LATER, LOCKED, RELEASED, READABLE, CLOSED, ERRORED };
})
