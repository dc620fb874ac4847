// node:string_decoder.
(function (host, load) {
  'use strict';
  const { StringDecoder } = load('vendor/node-string-decoder');
  return { StringDecoder };
})
