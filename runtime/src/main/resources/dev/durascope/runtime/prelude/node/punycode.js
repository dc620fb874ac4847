// node:punycode.
(function (host, load) {
  'use strict';
  return load('vendor/node-punycode');
})
