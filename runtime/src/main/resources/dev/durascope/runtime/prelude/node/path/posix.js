// node:path/posix.
(function (host, load) {
  'use strict';
  const { posix, win32 } = load('vendor/node-path');
  const own = { ...posix, win32 };
  own.posix = own;
  return own;
})
