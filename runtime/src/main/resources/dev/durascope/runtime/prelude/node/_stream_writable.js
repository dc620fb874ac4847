// node:_stream_writable, an old name of stream.Writable.
(function (host, load) {
  'use strict';
  return load('node/stream').Writable;
})
