// node:stream: readable-stream, the Node.js project's own copy of its streams, and what ties it to the
// streams of the platform.
(function (host, load) {
  'use strict';
  const library = load('vendor/node-stream');
  const { Readable, Writable, Duplex } = library;
  const web = (name) => (...args) => load('node/stream/adapters')[name](...args);

  Readable.toWeb = web('readableToWeb');
  Readable.fromWeb = web('readableFromWeb');
  Writable.toWeb = web('writableToWeb');
  Writable.fromWeb = web('writableFromWeb');
  Duplex.toWeb = web('duplexToWeb');
  Duplex.fromWeb = web('duplexFromWeb');

  const stream = library.Stream;
  for (const [name, value] of Object.entries(Object.getOwnPropertyDescriptors(library))) {
    if (!(name in stream)) Object.defineProperty(stream, name, { ...value, enumerable: true });
  }
  return stream;
})
