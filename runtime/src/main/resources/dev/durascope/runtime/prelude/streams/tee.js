// tee() of a stream of anything: both branches are given the same chunks.
//
// A chunk goes to the branches a microtask after it was read, so that an error of the stream, which takes
// as long to be heard of, is not overtaken.
(function (host, load) {
  'use strict';
  const { microtask, upon } = load('streams/promises');
  const { readableFrom } = load('streams/readable');

  const NativePromise = Promise;

  /** The end of two branches: the stream is cancelled once both are. */
  class Cancellation {
    stream = null;
    promise = null;
    resolve = null;
    reasons = [undefined, undefined];
    isCancelled = [false, false];

    constructor(stream) {
      this.stream = stream;
      this.promise = new NativePromise((resolve) => {
        this.resolve = resolve;
      });
    }

    cancel(branch, reason) {
      this.isCancelled[branch] = true;
      this.reasons[branch] = reason;
      if (this.isCancelled[1 - branch]) this.resolve(this.stream.cancel(this.reasons));
      return this.promise;
    }

    /** There is nothing left to cancel. */
    over() {
      if (!this.isCancelled[0] || !this.isCancelled[1]) this.resolve(undefined);
    }
  }

  class Tee {
    next = null; // as a read request
    stream = null;
    cancellation = null;
    branches = null;
    isReading = false;
    readsAgain = false;

    constructor(stream) {
      this.stream = stream;
      const reader = stream.lock(false);
      this.cancellation = new Cancellation(stream);
      const branch = (number) =>
        readableFrom(
          { __proto__: null, pull: () => this.pull(), cancel: (reason) => this.cancellation.cancel(number, reason) },
          1
        );
      this.branches = [branch(0), branch(1)];
      upon(reader.closed.promise, undefined, (reason) => {
        for (const { controller } of this.branches) controller.fail(reason);
        this.cancellation.over();
      });
    }

    pull() {
      if (this.isReading) {
        this.readsAgain = true;
        return;
      }
      this.isReading = true;
      this.stream.read(this);
    }

    each(action) {
      const { isCancelled } = this.cancellation;
      this.branches.forEach(({ controller }, branch) => {
        if (!isCancelled[branch]) action(controller);
      });
    }

    // The read request.

    chunk(chunk) {
      microtask(() => {
        this.readsAgain = false;
        this.each((controller) => {
          if (controller.isOpen) controller.enqueue(chunk);
        });
        this.isReading = false;
        if (this.readsAgain) this.pull();
      });
    }

    close() {
      this.isReading = false;
      this.each((controller) => controller.close());
      this.cancellation.over();
    }

    error() {
      this.isReading = false;
    }
  }

  return {
    Cancellation,
    /** The two branches of a stream within. */
    tee: (stream) => new Tee(stream).branches,
  };
})
