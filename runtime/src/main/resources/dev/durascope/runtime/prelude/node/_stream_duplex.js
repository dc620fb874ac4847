// node:_stream_duplex, an old name of stream.Duplex.
(function (host, load) {
  'use strict';
  return load('node/stream').Duplex;
})
