// node:sys, the old name of node:util.
(function (host, load) {
  'use strict';
  return load('node/util');
})
