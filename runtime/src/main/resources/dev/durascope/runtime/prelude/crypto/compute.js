// How the prelude reaches Java's cryptography: operations have names, bytes pass as three arguments
// and come back in memory of JavaScript's own.
(function (host, load) {
  'use strict';
  const { errorFromHost } = load('webidl');
  const { now, later } = host.crypto;

  function flatten(args) {
    const flat = [];
    for (let i = 0; i < args.length; i++) {
      const arg = args[i];
      if (arg instanceof Uint8Array) flat.push(arg.buffer, arg.byteOffset, arg.byteLength);
      else flat.push(arg);
    }
    return flat;
  }

  function received(result) {
    if (result === null || typeof result !== 'object') return result;
    if (Array.isArray(result)) return Array.from(result, received);
    return copy(new Uint8Array(new ArrayBuffer(result)));
  }

  function copy(bytes) {
    const own = new Uint8Array(bytes.length);
    own.set(bytes);
    return own;
  }

  /** Runs an operation at once; it gives bytes, something simpler, or a list of these. */
  function compute(name, ...args) {
    return received(now(name, ...flatten(args)));
  }

  /** Runs an operation that gives a handle: a key, or a computation under way. */
  function make(name, ...args) {
    return now(name, ...flatten(args));
  }

  function beside(receive, name, args) {
    return new Promise((resolve, reject) => {
      const done = (result) => resolve(receive(result));
      const failed = (error, message) => reject(errorFromHost(error, message));
      later(name, done, failed, ...flatten(args));
    });
  }

  /** `compute` beside the isolate; for what takes so long that others would wait. */
  function computeLater(name, ...args) {
    return beside(received, name, args);
  }

  /** `make` beside the isolate. */
  function makeLater(name, ...args) {
    return beside((handle) => handle, name, args);
  }

  function isBuffer(value) {
    return ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
  }

  /** The bytes that an ArrayBuffer or a view shows, in place. */
  function bytesOf(source) {
    return ArrayBuffer.isView(source)
      ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
      : new Uint8Array(source);
  }

  return { compute, make, computeLater, makeLater, isBuffer, bytesOf };
})
