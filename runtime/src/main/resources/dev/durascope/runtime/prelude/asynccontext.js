// The context that follows a call through await, promises and callbacks: the engine keeps it for
// promises, this file for callbacks that Java calls later. The engine's own global, AsyncContext, is a
// proposal that Workers do not have; `boot` has put it away.
(function (host, load) {
  'use strict';
  const { AsyncContext } = load('boot').natives;

  // As long as nobody has made a variable, there is nothing to carry along.
  let isUsed = false;

  return {
    variable() {
      isUsed = true;
      return new AsyncContext.Variable();
    },

    /** The context of now, as a function that calls `fn(...args)` in it. */
    snapshot() {
      const snapshot = new AsyncContext.Snapshot();
      return (fn, ...args) => snapshot.run(fn, ...args);
    },

    /** `callback`, to be called later in the context of now. */
    carried(callback) {
      if (!isUsed) return callback;
      const snapshot = new AsyncContext.Snapshot();
      return (...args) => snapshot.run(callback, ...args);
    },
  };
})
