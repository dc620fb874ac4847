// node:path/win32.
(function (host, load) {
  'use strict';
  return load('node/path/posix').win32;
})
