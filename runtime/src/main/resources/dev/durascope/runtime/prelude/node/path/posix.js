// node:path/posix, which knows its sibling: each is a property of both.
(function (host, load) {
  'use strict';
  const library = load('vendor/node-path');
  const { checked } = load('node/path/checked');
  // A relative path starts at the root, not at process.cwd(), as it does in workerd.
  const rooted = (path) => ({
    ...path,
    resolve: (...parts) => path.resolve('/', ...parts),
    relative: (from, to) => path.relative(path.resolve('/', from), path.resolve('/', to)),
  });
  const both = { posix: checked(rooted(library.posix)), win32: checked(rooted(library.win32)) };
  for (const path of [both.posix, both.win32]) Object.assign(path, both);
  return both.posix;
})
