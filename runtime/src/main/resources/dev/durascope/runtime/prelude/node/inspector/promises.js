// node:inspector/promises.
(function (host, load) {
  'use strict';
  return { ...load('node/inspector') };
})
