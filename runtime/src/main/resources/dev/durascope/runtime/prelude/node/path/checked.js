// The functions of a path library behind the checks of Node.js, whose words the library does not have.
(function (host, load) {
  'use strict';
  const { requireString, requireObject } = load('node/errors');

  /** The names of each function's arguments that must be strings; null for any number of them. */
  const ARGUMENTS = {
    basename: ['path'],
    dirname: ['path'],
    extname: ['path'],
    isAbsolute: ['path'],
    join: null,
    normalize: ['path'],
    parse: ['path'],
    relative: ['from', 'to'],
    resolve: null,
  };

  return {
    checked(library) {
      const own = { ...library };
      for (const [name, names] of Object.entries(ARGUMENTS)) {
        own[name] = (...args) => {
          if (names === null) for (const arg of args) requireString(arg, 'path');
          else names.forEach((argument, i) => requireString(args[i], argument));
          return library[name](...args);
        };
        Object.defineProperty(own[name], 'name', { value: name });
      }
      own.format = function format(parts) {
        requireObject(parts, 'pathObject');
        return library.format(parts);
      };
      return own;
    },
  };
})
