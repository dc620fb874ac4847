// node:assert/strict.
(function (host, load) {
  'use strict';
  return load('node/assert');
})
