// AbortController and AbortSignal. Inside the prelude, `onAbort(signal, action)` is the cheap way
// to hear of it: it runs before the listeners of user code.
(function (host, load) {
  'use strict';
  const { expose, is, refuseClones } = load('webidl');
  const { EventTarget, Event, deliver, handlerAttribute } = load('events');

  const SECRET = Symbol('AbortSignal');
  let abort, onAbort, dependOn;

  function abortError() {
    return new DOMException('The operation was aborted', 'AbortError');
  }

  class AbortSignal extends EventTarget {
    #aborted = false;
    #reason;
    #actions = new Set();
    #sources = null;
    #dependents = new Set();

    constructor(secret) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
      super();
    }

    static abort(reason = abortError()) {
      const signal = new AbortSignal(SECRET);
      signal.#aborted = true;
      signal.#reason = reason;
      return signal;
    }

    static timeout(delay) {
      const millis = Number(delay);
      if (!(millis >= 0) || millis > Number.MAX_SAFE_INTEGER) {
        throw new TypeError('AbortSignal.timeout: the delay must be a non-negative number of milliseconds.');
      }
      const signal = new AbortSignal(SECRET);
      setTimeout(
        () =>
          abort(signal, new DOMException('The operation was aborted due to timeout', 'TimeoutError')),
        millis
      );
      return signal;
    }

    static any(signals) {
      const list = [...signals];
      if (!list.every((signal) => is.AbortSignal(signal))) {
        throw new TypeError('AbortSignal.any: every element must be an AbortSignal.');
      }
      const aborted = list.find((signal) => signal.#aborted);
      if (aborted) return AbortSignal.abort(aborted.#reason);
      const result = new AbortSignal(SECRET);
      dependOn(result, list);
      return result;
    }

    get aborted() {
      return this.#aborted;
    }
    get reason() {
      return this.#reason;
    }
    throwIfAborted() {
      if (this.#aborted) throw this.#reason;
    }

    static {
      is.AbortSignal = (value) => typeof value === 'object' && value !== null && #aborted in value;

      dependOn = (signal, sources) => {
        // A signal made by any() follows the signals it was made of, so that order is by dependence.
        const roots = new Set(sources.flatMap((s) => (s.#sources ? [...s.#sources] : [s])));
        signal.#sources = roots;
        for (const root of roots) root.#dependents.add(signal);
      };

      abort = (signal, reason = abortError()) => {
        if (signal.#aborted) return;
        const reached = [signal, ...signal.#dependents].filter((s) => !s.#aborted);
        for (const s of reached) {
          s.#aborted = true;
          s.#reason = reason;
        }
        for (const s of reached) {
          const actions = [...s.#actions];
          s.#actions.clear();
          for (const action of actions) action(reason);
          deliver(s, new Event('abort'));
        }
      };

      /** Runs `action(reason)` once when the signal aborts; gives a function that forgets it. */
      onAbort = (signal, action) => {
        if (signal.#aborted) {
          action(signal.#reason);
          return () => {};
        }
        signal.#actions.add(action);
        return () => signal.#actions.delete(action);
      };
    }
  }
  expose(AbortSignal);
  refuseClones(AbortSignal, 'AbortSignal serialization is not enabled.');
  handlerAttribute(AbortSignal, 'abort');

  class AbortController {
    #signal = new AbortSignal(SECRET);

    get signal() {
      return this.#signal;
    }
    abort(reason) {
      abort(this.#signal, reason);
    }
  }
  expose(AbortController);

  return {
    AbortController,
    AbortSignal,
    onAbort,
    /** A signal that is aborted from elsewhere, and what aborts it. */
    remote() {
      const signal = new AbortSignal(SECRET);
      return { signal, abort: (reason) => abort(signal, reason) };
    },
    /** A signal that nobody aborts. */
    never: () => new AbortSignal(SECRET),
  };
})
