// Builds the `env` of an isolate out of what Java knows of the bindings. Each value is made by the
// file of the prelude that the binding names.
(function (host, load) {
  'use strict';

  // Files that are there in any case, and whose values cost next to nothing: they are made at once,
  // so that a debugger shows them. All others are made when they are first read.
  const AT_ONCE = new Set(['binding/value', 'binding/unavailable', 'namespace']);

  let current = {};

  function settle(env, name, value) {
    Object.defineProperty(env, name, { configurable: true, enumerable: true, writable: true, value });
    return value;
  }

  function define(env, name, file, options) {
    const make = () => load(file).bind(name, JSON.parse(options), host[`binding ${name}`]);
    if (AT_ONCE.has(file)) {
      settle(env, name, make());
      return;
    }
    Object.defineProperty(env, name, {
      configurable: true,
      enumerable: true,
      get: () => settle(env, name, make()),
      set: (value) => settle(env, name, value),
    });
  }

  return {
    /** What build() has made, as cloudflare:workers exports it. */
    get env() {
      return host.flags.isOn('disallow_importable_env') ? {} : current;
    },

    /** The same whatever the flags: a service worker's bindings are global. */
    whole: () => current,

    /** bindings: [name, file of the prelude, options as JSON, …]. */
    build(bindings) {
      current = {};
      for (let i = 0; i < bindings.length; i += 3) {
        define(current, bindings[i], bindings[i + 1], bindings[i + 2]);
      }
      return current;
    },
  };
})
