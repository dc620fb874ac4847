// pipeTo and pipeThrough: reads and writes by requests, without a promise for each chunk.
//
// A chunk that is there when it is asked for is written at once; one that comes later, in the middle of
// the source's `enqueue`, a microtask afterwards, so that a sink is never called by a source. What ends a
// pipe is heard by the promises of both ends, in the standard's order.
(function (host, load) {
  'use strict';
  const { microtask, promised, rejected, resolved, upon } = load('streams/promises');
  const { READABLE, CLOSED, ERRORED } = load('streams/readablecore');
  const writables = load('streams/writablecore');
  const { WRITABLE } = writables;

  const NativePromise = Promise;
  const DESTINATION_CLOSED = 'This destination writable stream is closed.';

  class Pipe {
    next = null; // as a read request
    isOver = false;
    isAsking = false;
    isWaiting = false; // for a chunk
    hasChunk = false;
    unwrittenChunk = undefined;
    unwritten = 0; // chunks that were read, and whose writes are not over
    whenWritten = null;
    forgetSignal = () => {};
    source = null;
    target = null;
    options = null;
    reader = null;
    writer = null;
    write = null;
    promise = null;
    resolve = null;
    reject = null;

    constructor(source, target, options) {
      this.source = source;
      this.target = target;
      this.options = options;
      this.reader = source.lock(false);
      this.writer = target.lock();
      this.writer.onReady = () => this.go();
      // What the target tells of a write.
      this.write = { resolve: () => this.settled(), reject: () => this.settled() };
      source.isDisturbed = true;
      this.promise = new NativePromise((resolve, reject) => {
        this.resolve = resolve;
        this.reject = reject;
      });
    }

    begin() {
      const { signal } = this.options;
      if (signal !== undefined) {
        if (signal.aborted) {
          this.abort(signal.reason);
          return this.promise;
        }
        this.forgetSignal = load('abort').onAbort(signal, (reason) => this.abort(reason));
      }
      this.watch();
      microtask(() => this.go());
      return this.promise;
    }

    /** Hears of how both ends end, or have ended. */
    watch() {
      const { source, target } = this;
      const { preventAbort, preventCancel, preventClose } = this.options;

      const sourceFailed = (error) =>
        this.end(preventAbort ? null : () => target.abort(error), true, error);
      const targetFailed = (error) =>
        this.end(preventCancel ? null : () => source.cancel(error), true, error);
      const sourceClosed = () => this.end(preventClose ? null : () => this.closeTarget(), false);

      if (source.state === ERRORED) sourceFailed(source.error);
      else upon(this.reader.closed.promise, undefined, sourceFailed);
      if (target.state === writables.ERRORED) targetFailed(target.error);
      else upon(this.writer.closed.promise, undefined, targetFailed);
      if (source.state === CLOSED) sourceClosed();
      else upon(this.reader.closed.promise, sourceClosed, () => {});
      if (target.isEnding || target.state === writables.CLOSED) {
        const error = new TypeError(DESTINATION_CLOSED);
        this.end(preventCancel ? null : () => source.cancel(error), true, error);
      }
    }

    closeTarget() {
      const { target } = this;
      if (target.isEnding || target.state === writables.CLOSED) return resolved(undefined);
      if (target.state === writables.ERRORED) return rejected(target.error);
      return target.close();
    }

    abort(reason) {
      const { source, target, options } = this;
      const actions = [];
      if (!options.preventAbort) {
        actions.push(() => (target.state === WRITABLE ? target.abort(reason) : resolved(undefined)));
      }
      if (!options.preventCancel) {
        actions.push(() => (source.state === READABLE ? source.cancel(reason) : resolved(undefined)));
      }
      this.end(() => all(actions.map((action) => action())), true, reason);
    }

    get canGo() {
      const { source, target } = this;
      if (this.isOver || this.isAsking || this.isWaiting) return false;
      return source.state === READABLE && target.state === WRITABLE && !target.isEnding && target.highWaterMark > target.total;
    }

    /** Reads and writes as long as there is a chunk, and room for it. */
    go() {
      while (this.canGo) {
        this.isAsking = true;
        this.isWaiting = true;
        this.source.read(this);
        this.isAsking = false;
        if (!this.hasChunk) return;
        this.pass();
      }
    }

    // The read request.

    chunk(chunk) {
      this.isWaiting = false;
      this.hasChunk = true;
      this.unwrittenChunk = chunk;
      this.unwritten++;
      if (this.isAsking) return;
      microtask(() => {
        this.pass();
        this.go();
      });
    }

    close() {
      this.isWaiting = false;
    }

    error() {
      this.isWaiting = false;
    }

    /** Writes the chunk that was read. */
    pass() {
      const chunk = this.unwrittenChunk;
      this.hasChunk = false;
      this.unwrittenChunk = undefined;
      this.target.write(chunk, this.write);
    }

    settled() {
      if (--this.unwritten > 0 || this.whenWritten === null) return;
      const action = this.whenWritten;
      this.whenWritten = null;
      microtask(action);
    }

    /** Ends the pipe: once what was read has been written, does `action`, which gives a promise. */
    end(action, hasError, error) {
      if (this.isOver) return;
      this.isOver = true;
      const act = () => {
        if (action === null) {
          this.finish(hasError, error);
          return;
        }
        upon(
          promised(action),
          () => this.finish(hasError, error),
          (newError) => this.finish(true, newError)
        );
      };
      const { target } = this;
      if (target.state !== WRITABLE || target.isEnding) act();
      else if (this.unwritten > 0) this.whenWritten = act;
      else microtask(act);
    }

    finish(hasError, error) {
      this.writer.release();
      this.reader.release();
      this.forgetSignal();
      if (hasError) this.reject(error);
      else this.resolve(undefined);
    }
  }

  /** Fulfilled when all are, rejected with the first reason. */
  function all(promises) {
    return new NativePromise((resolve, reject) => {
      let left = promises.length;
      if (left === 0) resolve(undefined);
      for (const promise of promises) {
        upon(
          promise,
          () => {
            if (--left === 0) resolve(undefined);
          },
          reject
        );
      }
    });
  }

  return {
    /** Pipes one stream within into another; gives a promise. */
    pipe: (source, target, options) => new Pipe(source, target, options).begin(),

  };
})
