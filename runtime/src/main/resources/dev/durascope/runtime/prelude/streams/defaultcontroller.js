// The controller of a stream of anything: its queue, and what its chunks count.
(function (host, load) {
  'use strict';
  const { expose } = load('webidl');
  const { checkedSize } = load('streams/conversions');
  const { Controller } = load('streams/controller');

  const SECRET = Symbol('ReadableStreamDefaultController');

  class DefaultController extends Controller {
    isOfBytes = false;
    size = null;

    /** @param size measures chunks; null where each counts 1 */
    constructor(stream, highWaterMark, size) {
      super(stream, highWaterMark);
      this.size = size;
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
      if (this.isClosing && queue.first === null) this.finish();
      else this.pullIfNeeded();
      request.chunk(chunk);
    }

    close() {
      if (!this.isOpen) return;
      this.isClosing = true;
      if (this.queue.first === null) this.finish();
    }

    release() {}

    forget() {
      super.forget();
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
