// node:assert. As in production, the loose comparisons are the strict ones.
(function (host, load) {
  'use strict';
  return load('vendor/node-assert').assert.strict;
})
