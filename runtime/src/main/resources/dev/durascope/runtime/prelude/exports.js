// ctx.exports: a worker's way to its own entrypoints, as if it were bound to itself.
// https://developers.cloudflare.com/workers/runtime-apis/context/#exports
(function (host, load) {
  'use strict';
  let module = {};
  let made = null;

  /** A service binding that can be called with `{props}`, which gives one with these. */
  function loopback(name) {
    const { makeFetcher } = load('fetcher');
    const fetcher = makeFetcher(host.exports.service(name, null));
    return new Proxy(() => {}, {
      apply: (target, self, [options]) => makeFetcher(host.exports.service(name, options?.props ?? null)),
      get: (target, key) => (key === 'fetch' ? fetcher.fetch.bind(fetcher) : fetcher[key]),
      has: (target, key) => key in fetcher,
      getPrototypeOf: () => Object.getPrototypeOf(fetcher),
    });
  }

  function exported(name, value) {
    const { DurableObject } = load('workers');
    if (typeof value === 'function') {
      const namespace = host.exports.namespace(name);
      if (namespace !== null) {
        return new (load('namespace').DurableObjectNamespace)(namespace, host.exports.key(name));
      }
      if (value.prototype instanceof DurableObject) return undefined;
      return value.prototype instanceof load('workers').WorkerEntrypoint ? loopback(name) : undefined;
    }
    return value !== null && typeof value === 'object' ? loopback(name) : undefined;
  }

  function make() {
    const exports = {};
    for (const name of Object.keys(module)) {
      const value = exported(name, module[name]);
      if (value !== undefined) exports[name] = value;
    }
    return exports;
  }

  const current = () => (made ??= make());

  return {
    /** Notes what the main module exports. */
    of(namespace) {
      module = namespace;
    },

    /** What `ctx.exports` is; undefined where a worker's date is too early for it. */
    get exports() {
      return host.exports.isOn() ? current() : undefined;
    },

    /** The same for `import { exports }`, which comes before the module's exports are known. */
    proxy: new Proxy(
      {},
      {
        get: (target, key) => current()[key],
        has: (target, key) => key in current(),
        ownKeys: () => Reflect.ownKeys(current()),
        getOwnPropertyDescriptor: (target, key) => Reflect.getOwnPropertyDescriptor(current(), key),
      }
    ),
  };
})
