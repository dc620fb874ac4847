// How a binding's JavaScript asks its Java half for something that takes time.
(function (host, load) {
  'use strict';
  const { errorFromHost } = load('webidl');

  return {
    /** Calls a host function with `args`, then `done(result)` and `failed(name, message)`. */
    ask(ask, ...args) {
      return new Promise((resolve, reject) => {
        ask(...args, resolve, (name, message) => reject(errorFromHost(name, message)));
      });
    },

    /** The bytes that Java gave, in an ArrayBuffer of JavaScript's own. */
    bytes: (byteBuffer) => new ArrayBuffer(byteBuffer).slice(0),
  };
})
