// TransformStream: what is written to its writable side comes, transformed, out of its readable side. A
// chunk waits on the one side until there is room on the other.
(function (host, load) {
  'use strict';
  const { expose } = load('webidl');
  const { microtask, promised, settle, settleThrown, upon } = load('streams/promises');
  const { callback, underlying, strategy, markOf } = load('streams/conversions');
  const { ERRORED, LATER } = load('streams/readablecore');
  const { readableFrom, streamOf } = load('streams/readable');
  const writables = load('streams/writable');
  const states = load('streams/writablecore');

  const { apply } = Reflect;
  const NativePromise = Promise;
  const SECRET = Symbol('TransformStream');
  const TRANSFORMER = 'Transformer';

  /** A transformer of user code, with the methods that it had when the stream was made. */
  class UserTransformer {
    controller = null; // as user code holds it
    transformer = null;
    onCancel = undefined;
    onFlush = undefined;
    onStart = undefined;
    onTransform = undefined;

    constructor(transformer) {
      this.transformer = transformer;
      this.onCancel = callback(transformer.cancel, TRANSFORMER, 'cancel');
      this.onFlush = callback(transformer.flush, TRANSFORMER, 'flush');
      if (transformer.readableType !== undefined) throw new RangeError('Invalid readableType');
      this.onStart = callback(transformer.start, TRANSFORMER, 'start');
      this.onTransform = callback(transformer.transform, TRANSFORMER, 'transform');
      if (transformer.writableType !== undefined) throw new RangeError('Invalid writableType');
    }

    start() {
      return this.onStart === undefined ? undefined : apply(this.onStart, this.transformer, [this.controller]);
    }

    transform(chunk) {
      return apply(this.onTransform, this.transformer, [chunk, this.controller]);
    }

    flush() {
      return this.onFlush === undefined ? undefined : apply(this.onFlush, this.transformer, [this.controller]);
    }

    cancel(reason) {
      return this.onCancel === undefined ? undefined : apply(this.onCancel, this.transformer, [reason]);
    }
  }

  /** Both sides of a transform. */
  class Transform {
    isHeld = true; // there is no room on the readable side
    isPulled = false; // the readable side waits until there is none again
    hasWaiting = false; // a chunk waits until there is
    waiting = undefined;
    transformer = null;
    finished = null;
    readable = null;
    writable = null;
    onWritten = null;
    onFailed = null;

    constructor(started, writing, reading) {
      this.onWritten = () => this.writable.written();
      this.onFailed = (reason) => {
        this.fail(reason);
        this.writable.writeFailed(reason);
      };
      const sink = {
        __proto__: null,
        start: () => started,
        write: (chunk) => this.write(chunk),
        close: () => this.close(),
        abort: (reason) => this.abort(reason),
      };
      const source = {
        __proto__: null,
        start: () => started,
        pull: () => this.pull(),
        cancel: (reason) => this.cancel(reason),
      };
      this.writable = writables.writableFrom(sink, markOf(writing, 1), writing.size ?? null);
      this.readable = readableFrom(source, markOf(reading, 0), reading.size ?? null);
    }

    // What the readable side asks for.

    pull() {
      this.isPulled = true;
      this.release();
      return LATER;
    }

    cancel(reason) {
      if (this.finished !== null) return this.finished;
      const { writable } = this;
      return this.finish(
        (transformer) => transformer.cancel(reason),
        (resolve, reject) => {
          if (writable.state === states.ERRORED) {
            reject(writable.error);
            return;
          }
          writable.fail(reason);
          this.unblock();
          resolve();
        },
        (error) => {
          writable.fail(error);
          this.unblock();
        }
      );
    }

    // What the writable side asks for.

    write(chunk) {
      if (this.isHeld) {
        this.hasWaiting = true;
        this.waiting = chunk;
      } else {
        this.transform(chunk);
      }
      return states.LATER;
    }

    abort(reason) {
      if (this.finished !== null) return this.finished;
      const { readable } = this;
      return this.finish(
        (transformer) => transformer.cancel(reason),
        (resolve, reject) => {
          if (readable.state === ERRORED) {
            reject(readable.error);
            return;
          }
          readable.controller.fail(reason);
          resolve();
        },
        (error) => readable.controller.fail(error)
      );
    }

    close() {
      if (this.finished !== null) return this.finished;
      const { readable } = this;
      return this.finish(
        (transformer) => transformer.flush(),
        (resolve, reject) => {
          if (readable.state === ERRORED) {
            reject(readable.error);
            return;
          }
          readable.controller.close();
          resolve();
        },
        (error) => readable.controller.fail(error)
      );
    }

    /** Tells the transformer of the end, which comes once, from whichever side. */
    finish(action, onDone, onError) {
      let resolve, reject;
      this.finished = new NativePromise((fulfill, fail) => {
        resolve = fulfill;
        reject = fail;
      });
      const { transformer } = this;
      const told = promised(() => action(transformer));
      this.transformer = null;
      upon(
        told,
        () => onDone(resolve, reject),
        (error) => {
          onError(error);
          reject(error);
        }
      );
      return this.finished;
    }

    // Between them.

    /** There is no room any more on the readable side. */
    hold() {
      this.isHeld = true;
      if (!this.isPulled) return;
      this.isPulled = false;
      microtask(() => this.readable.controller.pulled());
    }

    /** There is room on the readable side. */
    release() {
      this.isHeld = false;
      if (!this.hasWaiting) return;
      this.hasWaiting = false;
      const chunk = this.waiting;
      this.waiting = undefined;
      microtask(() => {
        const { writable } = this;
        if (writable.state === states.WRITABLE) this.transform(chunk);
        else writable.writeFailed(writable.error);
      });
    }

    unblock() {
      if (this.isHeld) this.release();
    }

    transform(chunk) {
      let result;
      try {
        const { transformer } = this;
        if (transformer.onTransform === undefined) this.enqueue(chunk);
        else result = transformer.transform(chunk);
      } catch (error) {
        settleThrown(error, this.onFailed);
        return;
      }
      settle(result, this.onWritten, this.onFailed);
    }

    enqueue(chunk) {
      const { controller } = this.readable;
      if (!controller.isOpen) throw new TypeError('The readable side of this TransformStream is no longer readable.');
      try {
        controller.enqueue(chunk);
      } catch (error) {
        this.failWriting(error);
        throw this.readable.error;
      }
      if (!this.isHeld && !controller.shouldPull) this.hold();
    }

    fail(reason) {
      this.readable.controller.fail(reason);
      this.failWriting(reason);
    }

    failWriting(reason) {
      this.transformer = null;
      this.writable.fail(reason);
      this.unblock();
    }

    terminate() {
      this.readable.controller.close();
      this.failWriting(new TypeError('The transform stream has been terminated'));
    }
  }

  class TransformStreamDefaultController {
    #it;

    constructor(secret, it) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
      this.#it = it;
    }
    get desiredSize() {
      return this.#it.readable.controller.desiredSize;
    }
    enqueue(chunk = undefined) {
      this.#it.enqueue(chunk);
    }
    error(reason = undefined) {
      this.#it.fail(reason);
    }
    terminate() {
      this.#it.terminate();
    }
  }
  expose(TransformStreamDefaultController);

  class TransformStream {
    #readable;
    #writable;

    constructor(transformer, writableStrategy, readableStrategy) {
      if (transformer === SECRET) {
        this.#readable = writableStrategy.readable;
        this.#writable = writableStrategy.writable;
        return;
      }
      const object = underlying(transformer, TRANSFORMER);
      const writing = strategy(writableStrategy);
      const reading = strategy(readableStrategy);
      const user = new UserTransformer(object);
      markOf(reading, 0); // is told of first
      let start;
      const started = new NativePromise((resolve) => {
        start = resolve;
      });
      const it = new Transform(started, writing, reading);
      user.controller = new TransformStreamDefaultController(SECRET, it);
      it.transformer = user;
      this.#readable = streamOf(it.readable);
      this.#writable = writables.streamOf(it.writable);
      start(user.start());
    }

    get readable() {
      return this.#readable;
    }
    get writable() {
      return this.#writable;
    }
  }
  Object.defineProperty(TransformStream, 'length', { value: 0, configurable: true });
  expose(TransformStream);

  return {
    TransformStream,
    TransformStreamDefaultController,
    /** What a subclass gives to `super` with a pair of its own. */
    OF_PAIR: SECRET,
  };
})
