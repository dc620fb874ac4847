// How a binding's JavaScript asks its Java half for something that takes time.
(function (host, load) {
  'use strict';
  const { errorFromHost } = load('webidl');

  return {
    /**
     * Calls a host function with `args`, then `done(…results)` and `failed(name, message)`; of several
     * results comes an array.
     */
    ask(ask, ...args) {
      return new Promise((resolve, reject) => {
        load('iocontext').countCall();
        ask(...args, (...results) => resolve(results.length === 1 ? results[0] : results), (name, message) => reject(errorFromHost(name, message)));
      });
    },

    /** The bytes that Java gave, in an ArrayBuffer of JavaScript's own. */
    bytes: (byteBuffer) => new ArrayBuffer(byteBuffer).slice(0),
  };
})
