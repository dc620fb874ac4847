// node:wasi.
(function (host, load) {
  'use strict';
  return { WASI: load('node/absent').absentClass('WASI') };
})
