// node:_stream_transform, an old name of stream.Transform.
(function (host, load) {
  'use strict';
  return load('node/stream').Transform;
})
