// The global scope as a class of classes: what `self instanceof ServiceWorkerGlobalScope` asks for,
// the flags in force, and the origin that a Worker does not have.
(function (host, load) {
  'use strict';
  const { expose } = load('webidl');
  const { EventTarget } = load('events');

  class WorkerGlobalScope extends EventTarget {
    constructor() {
      throw new TypeError('Illegal constructor');
    }
    // The global object keeps the prototype that the engine gave it.
    static [Symbol.hasInstance](value) {
      return value === globalThis;
    }
  }
  expose(WorkerGlobalScope);

  class ServiceWorkerGlobalScope extends WorkerGlobalScope {}
  expose(ServiceWorkerGlobalScope);

  /** Each flag that there is, and whether it is on. */
  const compatibilityFlags = Object.create(null);
  for (const name of host.flags.names().split(',')) compatibilityFlags[name] = host.flags.isOn(name);

  return {
    WorkerGlobalScope,
    ServiceWorkerGlobalScope,
    origin: 'null',
    Cloudflare: { compatibilityFlags: Object.freeze(compatibilityFlags) },
  };
})
