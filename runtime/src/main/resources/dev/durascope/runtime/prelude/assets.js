// Files that the bundle imports beside itself: bytes come from Java, a fresh copy for each isolate.
(function (host) {
  'use strict';
  const { data } = host.assets;

  return {
    data: (key) => new ArrayBuffer(data(key)).slice(0),
    /** The module of the bytes at `key`; `name` is its file's. */
    webAssembly(key, name) {
      throw new Error(`WebAssembly is not available in this version of Durascope: ${name} was imported.`);
    },
  };
})
