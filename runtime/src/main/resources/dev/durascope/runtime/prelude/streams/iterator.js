// `for await` over a stream, and `values()`.
(function (host, load) {
  'use strict';
  const { isObject, microtask, rejected, resolved, upon } = load('streams/promises');

  const NativePromise = Promise;
  const AsyncIteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}).prototype);

  const end = (value) => ({ value, done: true });

  /** What `next()` asks of the stream. */
  class Read {
    next = null;
    iteration = null;
    promise = null;
    resolve = null;
    reject = null;

    constructor(iteration) {
      this.iteration = iteration;
      this.promise = new NativePromise((resolve, reject) => {
        this.resolve = resolve;
        this.reject = reject;
      });
    }

    // Each says it a microtask later: a source is not asked for more in the middle of its `enqueue`.

    chunk(value) {
      microtask(() => {
        this.iteration.ongoing = null;
        this.resolve({ value, done: false });
      });
    }

    close() {
      this.iteration.finish();
      microtask(() => this.resolve(end(undefined)));
    }

    error(reason) {
      this.iteration.finish();
      microtask(() => this.reject(reason));
    }
  }

  /** One run through a stream. */
  class Iteration {
    ongoing = null; // what the last call has given, until that is settled
    isFinished = false;
    stream = null;
    preventCancel = false;
    reader = null;

    constructor(stream, preventCancel) {
      this.stream = stream;
      this.preventCancel = preventCancel;
      this.reader = stream.lock(false);
    }

    finish() {
      this.ongoing = null;
      this.isFinished = true;
      if (this.reader.stream !== null) this.reader.release();
    }

    after(action) {
      this.ongoing = this.ongoing === null ? action() : upon(this.ongoing, action, action);
      return this.ongoing;
    }

    next() {
      return this.after(() => {
        if (this.isFinished) return resolved(end(undefined));
        const read = new Read(this);
        this.stream.read(read);
        return read.promise;
      });
    }

    return(value) {
      return this.after(() => {
        if (this.isFinished) return resolved(end(value));
        this.isFinished = true;
        const cancelled = this.preventCancel ? resolved(undefined) : this.stream.cancel(value);
        this.reader.release();
        return upon(cancelled, () => end(value));
      });
    }
  }

  let iterationOf, iteratorOf;

  // Only to have a private field on the iterators; their prototype is the one below.
  class Iterator {
    #iteration;

    constructor(iteration) {
      this.#iteration = iteration;
    }

    static {
      iterationOf = (value) => (isObject(value) && #iteration in value ? value.#iteration : null);
      iteratorOf = (iteration) => Object.setPrototypeOf(new Iterator(iteration), IteratorPrototype);
    }
  }

  const IteratorPrototype = {
    next() {
      const iteration = iterationOf(this);
      return iteration === null ? rejected(new TypeError('Illegal invocation')) : iteration.next();
    },
    return(value) {
      const iteration = iterationOf(this);
      return iteration === null ? rejected(new TypeError('Illegal invocation')) : iteration.return(value);
    },
  };
  Object.setPrototypeOf(IteratorPrototype, AsyncIteratorPrototype);

  return {
    iterate: (stream, preventCancel) => iteratorOf(new Iteration(stream, preventCancel)),
  };
})
