// node:path/win32.
(function (host, load) {
  'use strict';
  const { win32 } = load('vendor/node-path');
  const own = { ...win32, posix: load('node/path/posix') };
  own.win32 = own;
  return own;
})
