// node:console: the console of the platform.
(function (host, load) {
  'use strict';
  const { functions, fail } = load('node/absent');

  function Console() {
    fail('Console');
  }
  return Object.assign(globalThis.console, { Console, ...functions('Console.', 'context', 'createTask') });
})
