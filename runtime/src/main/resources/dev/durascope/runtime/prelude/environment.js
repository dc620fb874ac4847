// Builds the `env` of an isolate out of what Java knows of the bindings.
(function (host, load) {
  'use strict';

  // A binding that this runtime does not simulate. It is there, so that code that only passes it on
  // runs; its first use fails and names it.
  function missing(name, kind) {
    const fail = (use) => {
      throw new Error(
        `The binding "${name}" (${kind}) is not available in this version of Durascope: ${use} was used.`
      );
    };
    return new Proxy(
      {},
      {
        get(target, property) {
          if (typeof property === 'symbol' || property === 'then') return undefined;
          return fail(`${name}.${property}`);
        },
      }
    );
  }

  let current = {};

  return {
    /** What build() has made: the `env` that cloudflare:workers exports. */
    get env() {
      return current;
    },

    /**
     * vars: JSON text of an object; namespaces: [name, index, uniqueKey, …];
     * unsupported: [name, kind, …].
     */
    build(vars, namespaces, unsupported) {
      const env = JSON.parse(vars);
      const { DurableObjectNamespace } = load('namespace');
      for (let i = 0; i < namespaces.length; i += 3) {
        env[namespaces[i]] = new DurableObjectNamespace(namespaces[i + 1], namespaces[i + 2]);
      }
      for (let i = 0; i < unsupported.length; i += 2) {
        env[unsupported[i]] = missing(unsupported[i], unsupported[i + 1]);
      }
      current = env;
      return env;
    },
  };
})
