// Promises that are rejected and that nobody handles: `unhandledrejection` events of the global scope,
// and the log unless a listener prevents that; `rejectionhandled` for those that are handled later.
//
// The engine tells of the first and not of the second: it is seen by a `then` of the promise's own,
// which is there only if somebody listens. So `await` of such a promise makes no event.
(function (host, load) {
  'use strict';

  function dispatch(type, promise, reason) {
    const { globalTarget, PromiseRejectionEvent } = load('events');
    const event = new PromiseRejectionEvent(type, { promise, reason, cancelable: true });
    globalTarget.dispatchEvent(event);
    return event;
  }

  function watch(promise, reason) {
    const { globalTarget, listenerCount } = load('events');
    if (listenerCount(globalTarget, 'rejectionhandled') === 0) return;
    Object.defineProperty(promise, 'then', {
      configurable: true,
      enumerable: false,
      writable: true,
      value(...handlers) {
        delete promise.then;
        Promise.resolve().then(() => dispatch('rejectionhandled', promise, reason));
        return promise.then(...handlers);
      },
    });
  }

  return {
    /** From now on `log(reason)` hears of each rejection that nobody handles. */
    install(log) {
      const graal = globalThis.Graal;
      delete globalThis.Graal;
      graal.setUnhandledPromiseRejectionHandler((reason, promise) => {
        const { globalTarget, listenerCount } = load('events');
        if (listenerCount(globalTarget, 'unhandledrejection') > 0) {
          const event = dispatch('unhandledrejection', promise, reason);
          watch(promise, reason);
          if (event.defaultPrevented) return;
        }
        log(reason);
      });
    },
  };
})
