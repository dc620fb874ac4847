// A writable stream from within: its state, its queue, and its sink's turn. User code holds a
// WritableStream, which holds one of these.
//
// Who writes is told by a request: an object with the methods `resolve()` and `reject(reason)`. So a pipe
// writes without a promise for each chunk. A sink has `write(chunk)`, `close()` and `abort(reason)`, and
// maybe `start()`; a sink of the platform may give LATER from `write`, and call `written()` or
// `writeFailed(reason)` when that is over.
(function (host, load) {
  'use strict';
  const { Outcome, nothing, promised, rejected, resolved, settle, settleThrown, upon } = load('streams/promises');
  const { Queue } = load('streams/queue');
  const { checkedSize } = load('streams/conversions');

  const NativePromise = Promise;

  const WRITABLE = 0;
  const ERRORING = 1; // it waits for its sink to be told of the error
  const ERRORED = 2;
  const CLOSED = 3;

  const LATER = Symbol('later');
  const IS_CLOSED = 'This WritableStream has been closed.';

  // Stands in the queue behind the last chunk.
  const CLOSE = Symbol('close');

  /** A request whose answer is a promise. */
  class PromisedWrite {
    promise = null;
    resolve = null;
    reject = null;

    constructor() {
      this.promise = new NativePromise((resolve, reject) => {
        this.resolve = resolve;
        this.reject = reject;
      });
    }
  }

  /** The lock that a writer has on a stream. */
  class Lock {
    stream = null;
    ready = null;
    closed = null;
    onReady = nothing; // called when there is room again

    constructor(stream) {
      this.stream = stream;
      const { state, error } = stream;
      if (state === WRITABLE) {
        this.ready = !stream.isEnding && stream.isFull ? new Outcome() : Outcome.fulfilled();
      } else {
        this.ready = state === CLOSED ? Outcome.fulfilled() : Outcome.rejected(error);
      }
      if (state === CLOSED) this.closed = Outcome.fulfilled();
      else this.closed = state === ERRORED ? Outcome.rejected(error) : new Outcome();
    }

    failReady(reason) {
      if (this.ready.isPending) this.ready.reject(reason);
      else this.ready = Outcome.rejected(reason);
    }

    failClosed(reason) {
      if (this.closed.isPending) this.closed.reject(reason);
      else this.closed = Outcome.rejected(reason);
    }

    release() {
      const reason = new TypeError('This WritableStream writer has been released.');
      this.failReady(reason);
      this.failClosed(reason);
      this.stream.writer = null;
      this.stream = null;
    }
  }

  class Writable {
    state = WRITABLE;
    error = undefined;
    writer = null; // the Lock
    isFull = false;
    highWaterMark = 0;
    size = null;
    queue = new Queue(); // of {chunk, size, request, next}
    total = 0;
    writing = null; // what of the queue the sink has
    closing = null; // the request to close, while it waits
    closingNow = null; // the same, while the sink closes
    aborting = null; // {request, reason, wasErroring}
    isStarted = false;
    sink = null;
    onWritten = null;
    onWriteFailed = null;
    abortSignal = null; // with what aborts it, once somebody has asked
    isAborted = false;
    abortReason = undefined;

    /** @param size measures chunks; null where each counts 1 */
    constructor(highWaterMark, size) {
      this.highWaterMark = highWaterMark;
      this.size = size;
      this.isFull = highWaterMark <= 0;
    }

    /** Starts the sink, and throws what that throws. */
    begin(sink) {
      this.sink = sink;
      settle(
        sink.start?.(this),
        () => {
          this.isStarted = true;
          this.advance();
        },
        (reason) => {
          this.isStarted = true;
          this.dealWith(reason);
        }
      );
    }

    lock() {
      if (this.writer !== null) throw new TypeError('This WritableStream is currently locked to a writer.');
      this.writer = new Lock(this);
      return this.writer;
    }

    /** Whether it has been told to close. */
    get isEnding() {
      return this.closing !== null || this.closingNow !== null;
    }

    get desiredSize() {
      switch (this.state) {
        case WRITABLE:
          return this.highWaterMark - this.total;
        case CLOSED:
          return 0;
        default:
          return null;
      }
    }

    /** Writes for `writer`, a Lock, which may lose the stream meanwhile; null for whoever has it. */
    write(chunk, request, writer = null) {
      const size = this.measure(chunk);
      if (writer !== null && writer.stream !== this) {
        request.reject(new TypeError('This WritableStream writer has been released.'));
        return;
      }
      if (this.state === ERRORED) {
        request.reject(this.error);
      } else if (this.state === CLOSED || this.isEnding) {
        request.reject(new TypeError(IS_CLOSED));
      } else if (this.state === ERRORING) {
        request.reject(this.error);
      } else {
        this.enqueue(chunk, size, request);
      }
    }

    measure(chunk) {
      const { size } = this;
      if (size === null) return 1;
      try {
        return size(chunk);
      } catch (error) {
        this.fail(error);
        return 1;
      }
    }

    enqueue(chunk, size, request) {
      const item = { chunk, size, request, next: null };
      this.queue.push(item);
      if (this.size !== null) {
        try {
          checkedSize(size);
        } catch (error) {
          item.size = 0;
          this.fail(error);
          return;
        }
      }
      this.total += size;
      if (!this.isEnding && this.state === WRITABLE) this.noteRoom();
      this.advance();
    }

    /** Tells the writer when there is room, or none any more. */
    noteRoom() {
      const isFull = this.highWaterMark <= this.total;
      if (isFull === this.isFull) return;
      this.isFull = isFull;
      const { writer } = this;
      if (writer === null) return;
      if (isFull) {
        writer.ready = new Outcome();
      } else {
        writer.ready.fulfill();
        writer.onReady();
      }
    }

    /** Gives the sink what is next, if it is its turn. */
    advance() {
      if (!this.isStarted || this.writing !== null) return;
      if (this.state === ERRORING) {
        this.finishErroring();
        return;
      }
      const { first } = this.queue;
      if (first === null) return;
      this.queue.shift();
      if (first.chunk === CLOSE) this.closeSink();
      else this.writeToSink(first);
    }

    writeToSink(item) {
      this.writing = item;
      if (this.onWritten === null) {
        this.onWritten = () => this.written();
        this.onWriteFailed = (reason) => this.writeFailed(reason);
      }
      let result;
      try {
        result = this.sink.write(item.chunk, this);
      } catch (error) {
        settleThrown(error, this.onWriteFailed);
        return;
      }
      if (result === LATER) return;
      settle(result, this.onWritten, this.onWriteFailed);
    }

    /** The sink has what it was given. */
    written() {
      const { request, size } = this.writing;
      this.writing = null;
      request.resolve(undefined);
      const rest = this.total - size;
      this.total = rest < 0 ? 0 : rest; // sizes may be fractions, whose sum is not exact
      if (!this.isEnding && this.state === WRITABLE) this.noteRoom();
      this.advance();
    }

    /** The sink could not take what it was given. */
    writeFailed(reason) {
      if (this.state === WRITABLE) this.forget();
      const { request } = this.writing;
      this.writing = null;
      request.reject(reason);
      this.dealWith(reason);
    }

    closeSink() {
      this.closingNow = this.closing;
      this.closing = null;
      const closed = promised(() => this.sink.close());
      this.forget();
      upon(
        closed,
        () => this.sinkClosed(),
        (reason) => this.sinkNotClosed(reason)
      );
    }

    sinkClosed() {
      this.closingNow.resolve(undefined);
      this.closingNow = null;
      if (this.state === ERRORING) {
        this.error = undefined;
        if (this.aborting !== null) {
          this.aborting.request.resolve(undefined);
          this.aborting = null;
        }
      }
      this.state = CLOSED;
      if (this.writer !== null) this.writer.closed.fulfill();
    }

    sinkNotClosed(reason) {
      this.closingNow.reject(reason);
      this.closingNow = null;
      if (this.aborting !== null) {
        this.aborting.request.reject(reason);
        this.aborting = null;
      }
      this.dealWith(reason);
    }

    /** Closes behind all that was written; gives a promise. */
    close() {
      if (this.state === CLOSED || this.state === ERRORED) return rejected(new TypeError(IS_CLOSED));
      this.closing = new PromisedWrite();
      const { promise } = this.closing;
      if (this.writer !== null && this.isFull && this.state === WRITABLE) this.writer.ready.fulfill();
      this.queue.push({ chunk: CLOSE, size: 0, request: null, next: null });
      this.advance();
      return promise;
    }

    /** Gives up; gives a promise. */
    abort(reason) {
      if (this.state === CLOSED || this.state === ERRORED) return resolved(undefined);
      this.signalAbort(reason);
      if (this.state === CLOSED || this.state === ERRORED) return resolved(undefined);
      if (this.aborting !== null) return this.aborting.request.promise;
      const wasErroring = this.state === ERRORING;
      const request = new PromisedWrite();
      this.aborting = { request, reason: wasErroring ? undefined : reason, wasErroring };
      if (!wasErroring) this.startErroring(reason);
      return request.promise;
    }

    /** The sink's signal, made when somebody asks for it. */
    get signal() {
      if (this.abortSignal === null) {
        this.abortSignal = load('abort').remote();
        if (this.isAborted) this.abortSignal.abort(this.abortReason);
      }
      return this.abortSignal.signal;
    }

    signalAbort(reason) {
      if (this.isAborted) return;
      this.isAborted = true;
      this.abortReason = reason;
      this.abortSignal?.abort(reason);
    }

    /** Fails the stream, unless it has ended or failed. */
    fail(reason) {
      if (this.state !== WRITABLE) return;
      this.forget();
      this.startErroring(reason);
    }

    dealWith(reason) {
      if (this.state === WRITABLE) this.startErroring(reason);
      else this.finishErroring();
    }

    startErroring(reason) {
      this.state = ERRORING;
      this.error = reason;
      if (this.writer !== null) this.writer.failReady(reason);
      if (this.writing === null && this.closingNow === null && this.isStarted) this.finishErroring();
    }

    finishErroring() {
      this.state = ERRORED;
      const { error } = this;
      this.total = 0;
      this.queue.drain(({ request }) => request?.reject(error));
      const { aborting } = this;
      if (aborting === null) {
        this.rejectClosed();
        return;
      }
      this.aborting = null;
      if (aborting.wasErroring) {
        aborting.request.reject(error);
        this.rejectClosed();
        return;
      }
      const aborted = promised(() => this.sink?.abort(aborting.reason));
      this.forget();
      upon(
        aborted,
        () => {
          aborting.request.resolve(undefined);
          this.rejectClosed();
        },
        (reason) => {
          aborting.request.reject(reason);
          this.rejectClosed();
        }
      );
    }

    rejectClosed() {
      if (this.closing !== null) {
        this.closing.reject(this.error);
        this.closing = null;
      }
      if (this.writer !== null) this.writer.closed.reject(this.error);
    }

    /** The sink is not needed any more, and may be collected. */
    forget() {
      this.sink = null;
      this.size = null;
    }
  }

  return { Writable, PromisedWrite, LATER, IS_CLOSED, WRITABLE, ERRORED, CLOSED };
})
