// node:path; that of a Worker is the POSIX one.
(function (host, load) {
  'use strict';
  return load('node/path/posix');
})
