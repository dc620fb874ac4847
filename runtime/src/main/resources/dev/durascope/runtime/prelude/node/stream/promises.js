// node:stream/promises.
(function (host, load) {
  'use strict';
  const { finished, pipeline } = load('node/stream').promises;
  return { finished, pipeline };
})
