// The controller of a stream of anything: its queue, and when its source is asked for more.
//
// A source has `pull(controller)` and `cancel(reason)`, and maybe `start(controller)`. `canPull` false
// says that it is never worth asking.
(function (host, load) {
  'use strict';
  const { expose } = load('webidl');
  const { settle, settleThrown } = load('streams/promises');
  const { Queue } = load('streams/queue');
  const { checkedSize } = load('streams/conversions');
  const { LATER, READABLE, CLOSED, ERRORED } = load('streams/readablecore');

  const SECRET = Symbol('ReadableStreamDefaultController');

  class DefaultController {
    isOfBytes = false;
    stream = null;
    highWaterMark = 0;
    size = null;
    queue = new Queue();
    total = 0;
    source = null;
    isStarted = false;
    isPulling = false;
    pullsAgain = false;
    isClosing = false;
    onPulled = null;
    onFailed = null;

    /** @param size measures chunks; null where each counts 1 */
    constructor(stream, highWaterMark, size) {
      this.stream = stream;
      this.highWaterMark = highWaterMark;
      this.size = size;
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

    /** Takes a chunk; the stream has to be open. */
    enqueue(chunk) {
      const { reader } = this.stream;
      if (reader !== null && reader.requests.first !== null) {
        reader.requests.shift().chunk(chunk);
      } else {
        const size = this.size === null ? 1 : this.measure(chunk);
        this.queue.push({ chunk, size, next: null });
        this.total += size;
      }
      this.pullIfNeeded();
    }

    measure(chunk) {
      const { size } = this;
      try {
        return checkedSize(size(chunk));
      } catch (error) {
        this.fail(error);
        throw error;
      }
    }

    read(request) {
      const { queue } = this;
      if (queue.first === null) {
        this.stream.reader.requests.push(request);
        this.pullIfNeeded();
        return;
      }
      const { chunk, size } = queue.shift();
      const rest = this.total - size;
      this.total = rest < 0 ? 0 : rest; // sizes may be fractions, whose sum is not exact
      if (this.isClosing && queue.first === null) {
        this.forget();
        this.stream.close();
      } else {
        this.pullIfNeeded();
      }
      request.chunk(chunk);
    }

    close() {
      if (!this.isOpen) return;
      this.isClosing = true;
      if (this.queue.first !== null) return;
      this.forget();
      this.stream.close();
    }

    fail(reason) {
      if (this.stream.state !== READABLE) return;
      this.queue.clear();
      this.total = 0;
      this.forget();
      this.stream.fail(reason);
    }

    cancel(reason) {
      this.queue.clear();
      this.total = 0;
      const { source } = this;
      try {
        return source.cancel(reason);
      } finally {
        this.forget();
      }
    }

    release() {}

    /** The source is not needed any more, and may be collected. */
    forget() {
      this.source = null;
      this.size = null;
    }
  }

  class ReadableStreamDefaultController {
    #it;

    constructor(secret, it) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
      this.#it = it;
    }
    get desiredSize() {
      return this.#it.desiredSize;
    }
    close() {
      if (!this.#it.isOpen) throw new TypeError('This ReadableStream is closed.');
      this.#it.close();
    }
    enqueue(chunk = undefined) {
      const it = this.#it;
      if (!it.isOpen) throw new TypeError('Unable to enqueue');
      it.enqueue(chunk);
    }
    error(reason = undefined) {
      this.#it.fail(reason);
    }
  }
  expose(ReadableStreamDefaultController);

  return {
    DefaultController,
    ReadableStreamDefaultController,
    /** A controller as user code holds it. */
    shown: (controller) => new ReadableStreamDefaultController(SECRET, controller),
  };
})
