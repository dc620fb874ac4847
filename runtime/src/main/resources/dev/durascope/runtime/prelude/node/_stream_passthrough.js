// node:_stream_passthrough, an old name of stream.PassThrough.
(function (host, load) {
  'use strict';
  return load('node/stream').PassThrough;
})
