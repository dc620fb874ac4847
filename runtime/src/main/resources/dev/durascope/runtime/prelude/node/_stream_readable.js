// node:_stream_readable, an old name of stream.Readable.
(function (host, load) {
  'use strict';
  return load('node/stream').Readable;
})
