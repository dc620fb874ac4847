// Files that the bundle imports beside itself: bytes come from Java, a fresh copy for each isolate.
(function (host, load) {
  'use strict';
  const { data } = host.assets;

  return {
    data: (key) => new ArrayBuffer(data(key)).slice(0),
    /** The module of the bytes at `key`; `name` is its file's. */
    webAssembly: (key, name) => load('webassembly').compile(new Uint8Array(data(key)), name),
  };
})
