// What both controllers of readable streams are: when their source is asked for more, and how they end.
// What they queue, and how a reader is given it, is each one's own: `clear()`, which empties the queue,
// `close()`, `read(request)` and `release()`.
//
// A source has `pull(controller)` and `cancel(reason)`, and maybe `start(controller)`. `canPull` false
// says that it is never worth asking.
(function (host, load) {
  'use strict';
  const { settle, settleThrown } = load('streams/promises');
  const { Queue } = load('streams/queue');
  const { LATER, READABLE, CLOSED, ERRORED } = load('streams/readablecore');

  class Controller {
    stream = null;
    highWaterMark = 0;
    queue = new Queue();
    total = 0;
    source = null;
    isStarted = false;
    isPulling = false;
    pullsAgain = false;
    isClosing = false;
    onPulled = null;
    onFailed = null;

    constructor(stream, highWaterMark) {
      this.stream = stream;
      this.highWaterMark = highWaterMark;
      stream.controller = this;
    }

    /** Starts the source, and throws what that throws. */
    begin(source) {
      this.source = source;
      this.onFailed = (reason) => this.fail(reason);
      settle(
        source.start?.(this),
        () => {
          this.isStarted = true;
          this.pullIfNeeded();
        },
        this.onFailed
      );
    }

    get isOpen() {
      return !this.isClosing && this.stream.state === READABLE;
    }

    get desiredSize() {
      switch (this.stream.state) {
        case ERRORED:
          return null;
        case CLOSED:
          return 0;
        default:
          return this.highWaterMark - this.total;
      }
    }

    get shouldPull() {
      const { stream } = this;
      if (!this.isStarted || this.isClosing || stream.state !== READABLE) return false;
      return (stream.reader !== null && stream.reader.requests.first !== null) || this.highWaterMark > this.total;
    }

    pullIfNeeded() {
      if (!this.shouldPull || this.source.canPull === false) return;
      if (this.isPulling) {
        this.pullsAgain = true;
        return;
      }
      this.isPulling = true;
      let result;
      try {
        result = this.source.pull(this);
      } catch (error) {
        settleThrown(error, this.onFailed);
        return;
      }
      if (result === LATER) return;
      if (this.onPulled === null) this.onPulled = () => this.pulled();
      settle(result, this.onPulled, this.onFailed);
    }

    /** The source's `pull` is over. */
    pulled() {
      this.isPulling = false;
      if (!this.pullsAgain) return;
      this.pullsAgain = false;
      this.pullIfNeeded();
    }

    fail(reason) {
      if (this.stream.state !== READABLE) return;
      this.clear();
      this.forget();
      this.stream.fail(reason);
    }

    cancel(reason) {
      this.clear();
      const { source } = this;
      try {
        return source.cancel(reason);
      } finally {
        this.forget();
      }
    }

    clear() {
      this.queue.clear();
      this.total = 0;
    }

    /** Nothing is left to be read. */
    finish() {
      this.forget();
      this.stream.close();
    }

    /** The source is not needed any more, and may be collected. */
    forget() {
      this.source = null;
    }
  }
  return { Controller };
})
