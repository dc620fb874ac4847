// Builds the `env` of an isolate out of what Java knows of the bindings. Each value is made by the
// file of the prelude that the binding names.
(function (host, load) {
  'use strict';

  // Files that are there in any case, and whose values cost next to nothing: they are made at once,
  // so that a debugger shows them. All others are made when they are first read.
  const AT_ONCE = new Set(['binding/value', 'binding/unavailable', 'namespace']);

  let current = {};
  let replaced = null; // the variable of withEnv(), once it was called

  const visible = () => replaced?.get() ?? current;

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

  /** An object that shows what `visible()` gives at the time. */
  const view = (visible) =>
    new Proxy(
      {},
      {
        get: (target, key) => visible()[key],
        set: (target, key, value) => Reflect.set(visible(), key, value),
        has: (target, key) => key in visible(),
        ownKeys: () => Reflect.ownKeys(visible()),
        defineProperty: (target, key, descriptor) => Reflect.defineProperty(visible(), key, descriptor),
        deleteProperty: (target, key) => Reflect.deleteProperty(visible(), key),
        getOwnPropertyDescriptor: (target, key) => Reflect.getOwnPropertyDescriptor(visible(), key),
      }
    );

  return {
    view,

    /** What build() has made, as cloudflare:workers exports it. */
    env: host.flags.isOn('disallow_importable_env') ? {} : view(visible),

    /** Has `import { env }` show `env` to an action and all that follows from it. */
    withEnv(env, action) {
      if (typeof action !== 'function') {
        throw load('webidl').wrongArgument('withEnv', 'EnvModule', 2, 'function');
      }
      replaced ??= load('asynccontext').variable();
      return replaced.run(typeof env === 'object' && env !== null ? env : {}, () => action());
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
