// Lays out the globals of an isolate. Each one is an accessor that evaluates its file of the prelude
// when first read, and then becomes the plain, writable property that the platform has.
(function (host, load) {
  'use strict';

  // Which file of the prelude brings which globals.
  const GLOBALS = {
    timers: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'queueMicrotask'],
    domexception: ['DOMException'],
    events: [
      'Event',
      'EventTarget',
      'CustomEvent',
      'MessageEvent',
      'CloseEvent',
      'ErrorEvent',
      'PromiseRejectionEvent',
      'addEventListener',
      'removeEventListener',
      'dispatchEvent',
    ],
    abort: ['AbortController', 'AbortSignal'],
    headers: ['Headers'],
    body: ['Body'],
    request: ['Request'],
    response: ['Response'],
    websocket: ['WebSocket', 'WebSocketPair'],
    url: ['URL'],
    urlsearchparams: ['URLSearchParams'],
    report: ['reportError'],
  };

  function defineLazily(name, file) {
    Object.defineProperty(globalThis, name, {
      configurable: true,
      enumerable: false,
      get() {
        const value = load(file)[name];
        settle(name, value);
        return value;
      },
      set(value) {
        settle(name, value);
      },
    });
  }

  function settle(name, value) {
    Object.defineProperty(globalThis, name, {
      configurable: true,
      enumerable: false,
      writable: true,
      value,
    });
  }

  for (const [file, names] of Object.entries(GLOBALS)) {
    for (const name of names) defineLazily(name, file);
  }

  // Part of the language that the engine lacks: esbuild lowers `using` to these.
  for (const name of ['dispose', 'asyncDispose']) {
    if (!Symbol[name]) {
      Object.defineProperty(Symbol, name, { value: Symbol(`Symbol.${name}`) });
    }
  }

  globalThis.self = globalThis;
  return {};
})
