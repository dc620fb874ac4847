// node:module. Modules are bundled: what is left to ask for at run time are the platform's own.
(function (host, load) {
  'use strict';
  const { coded, invalidArgValue, notImplemented } = load('node/errors');
  const { prefixOnly, names } = load('node/names');

  const known = new Set(names);

  function isBuiltin(specifier) {
    const name = `${specifier}`;
    return name.startsWith('node:') ? known.has(name.slice(5)) : known.has(name) && !prefixOnly.has(name);
  }

  /** A module by its name with or without prefix, undefined if there is none. */
  function builtin(specifier) {
    return isBuiltin(specifier) ? load(`node/${`${specifier}`.replace(/^node:/, '')}`) : undefined;
  }

  function absent(name) {
    return () => {
      throw notImplemented(`module.${name}`);
    };
  }

  function createRequire(path) {
    const from = `${path}`;
    if (!from.startsWith('/') && !from.startsWith('file:')) {
      throw invalidArgValue(
        'path',
        from,
        'The argument must be a file URL object, a file URL string, or an absolute path string.'
      );
    }
    return (specifier) => {
      const found = builtin(specifier);
      if (found === undefined) throw coded(Error, 'MODULE_NOT_FOUND', `No such module "${specifier}".`);
      return found;
    };
  }

  return {
    builtinModules: names.filter((name) => !prefixOnly.has(name)),
    createRequire,
    isBuiltin,
    enableCompileCache() {},
    getCompileCacheDir() {},
    findPackageJSON: absent('findPackageJSON'),
    findSourceMap: absent('findSourceMap'),
    flushCompileCache() {},
    register: absent('register'),
    runMain: absent('runMain'),
    syncBuiltinESMExports: absent('syncBuiltinESMExports'),
    wrap: absent('wrap'),
    globalPaths: [],
    _extensions: {
      '.js': absent('_extensions.js'),
      '.json': absent('_extensions.json'),
      '.node': absent('_extensions.node'),
    },
  };
})
