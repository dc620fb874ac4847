// What a module of Node.js has only in name: functions and classes that fail when they are called, in
// the words of production.
(function (host, load) {
  'use strict';
  const { notImplemented } = load('node/errors');

  function fail(name) {
    throw notImplemented(name);
  }

  return {
    fail,

    /** Functions of these names; the error names them behind `prefix`. */
    functions(prefix, ...names) {
      return Object.fromEntries(names.map((name) => [name, { [name]: () => fail(`${prefix}${name}`) }[name]]));
    },

    /** A class that cannot be made. */
    absentClass(name, Base = Object) {
      return {
        [name]: class extends Base {
          constructor() {
            super();
            fail(name);
          }
        },
      }[name];
    },
  };
})
