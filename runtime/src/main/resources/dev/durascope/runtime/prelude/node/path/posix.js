// node:path/posix, which knows its sibling: each is a property of both.
(function (host, load) {
  'use strict';
  const library = load('vendor/node-path');
  const { checked } = load('node/path/checked');
  const both = { posix: checked(library.posix), win32: checked(library.win32) };
  for (const path of [both.posix, both.win32]) Object.assign(path, both);
  return both.posix;
})
