// Promises as streams need them: few, and only where somebody can see them.
//
// What user code returns is reacted to in the order that the standard says, but a value that is not an
// object needs no promise of its own: it settles at the next microtask in any case. And a promise that
// user code can ask for (`closed`, `ready`) is made when it asks: an Outcome knows how it stands.
(function () {
  'use strict';
  const NativePromise = Promise;
  const { then } = Promise.prototype;
  const { resolve, reject } = Promise;

  /** A promise that is fulfilled, for whoever wants a microtask. */
  const DONE = resolved(undefined);
  const nothing = () => {};

  function resolved(value) {
    return resolve.call(NativePromise, value);
  }

  function rejected(reason) {
    return reject.call(NativePromise, reason);
  }

  /** Reacts to a promise, and gives the promise of the reaction. */
  function upon(promise, onFulfilled, onRejected) {
    return then.call(promise, onFulfilled, onRejected);
  }

  /** A promise resolved with a value. */
  function promiseOf(value) {
    return isObject(value) ? new NativePromise((settle) => settle(value)) : resolved(value);
  }

  function isObject(value) {
    return (typeof value === 'object' && value !== null) || typeof value === 'function';
  }

  const PENDING = 0;
  const FULFILLED = 1;
  const REJECTED = 2;

  /** How something ends, as a promise for who wants one; nobody has to handle its rejection. */
  class Outcome {
    #state = PENDING;
    #reason;
    #promise = null;
    #fulfill = null;
    #reject = null;

    static fulfilled() {
      const outcome = new Outcome();
      outcome.fulfill();
      return outcome;
    }

    static rejected(reason) {
      const outcome = new Outcome();
      outcome.reject(reason);
      return outcome;
    }

    get isPending() {
      return this.#state === PENDING;
    }

    get promise() {
      if (this.#promise === null) {
        switch (this.#state) {
          case FULFILLED:
            this.#promise = resolved(undefined);
            break;
          case REJECTED:
            this.#promise = quiet(rejected(this.#reason));
            break;
          default:
            this.#promise = new NativePromise((fulfill, fail) => {
              this.#fulfill = fulfill;
              this.#reject = fail;
            });
        }
      }
      return this.#promise;
    }

    fulfill() {
      if (this.#state !== PENDING) return;
      this.#state = FULFILLED;
      if (this.#fulfill !== null) this.#fulfill(undefined);
    }

    reject(reason) {
      if (this.#state !== PENDING) return;
      this.#state = REJECTED;
      this.#reason = reason;
      if (this.#reject === null) return;
      quiet(this.#promise);
      this.#reject(reason);
    }
  }

  /** Says that the rejection of a promise needs no handler. */
  function quiet(promise) {
    then.call(promise, undefined, nothing);
    return promise;
  }

  return {
    DONE,
    Outcome,
    isObject,
    nothing,
    promiseOf,
    quiet,
    rejected,
    resolved,
    upon,

    /** Reacts to what user code has returned, which is a promise or a value. */
    settle(result, onFulfilled, onRejected) {
      if (result === undefined || !isObject(result)) then.call(DONE, onFulfilled);
      else then.call(promiseOf(result), onFulfilled, onRejected);
    },

    /** Reacts to what user code has thrown. */
    settleThrown(error, onRejected) {
      then.call(rejected(error), undefined, onRejected);
    },

    microtask(action) {
      then.call(DONE, action);
    },

    /** Calls what gives a promise: what it throws is a rejection. */
    promised(action) {
      try {
        return promiseOf(action());
      } catch (error) {
        return rejected(error);
      }
    },
  };
})
