// CommonJS modules that are no part of the bundle. Java gives each as a function, with what it
// requires: namespaces of modules that are loaded already, and addresses of other CommonJS modules.
(function (host) {
  'use strict';

  const definitions = new Map();
  const modules = new Map();

  /** What `require` gives for a module that is not CommonJS. */
  function exportsOf(namespace) {
    if (!('default' in namespace)) return namespace;
    // Text, data and JSON have nothing else; of an ES module the flag decides.
    const hasMore = Object.keys(namespace).length > 1;
    return hasMore && !host.flags.isOn('require_returns_default_export') ? namespace : namespace.default;
  }

  function require(path) {
    const known = modules.get(path);
    if (known !== undefined) return known.exports;
    const { imports, body } = definitions.get(path);
    const module = { exports: {}, path };
    modules.set(path, module);
    const directory = path.slice(0, path.lastIndexOf('/'));
    try {
      body.call(module.exports, module.exports, requireFrom(imports), module, path, directory);
    } catch (error) {
      modules.delete(path);
      throw error;
    }
    return module.exports;
  }

  function requireFrom(imports) {
    return (specifier) => {
      const found = imports[`${specifier}`];
      if (found === undefined) throw new Error(`No such module "${specifier}".`);
      return typeof found === 'string' ? require(found) : exportsOf(found);
    };
  }

  return {
    define(path, imports, body) {
      definitions.set(path, { imports, body });
    },
    require,
  };
})
