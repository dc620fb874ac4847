// ctx.exports, and `exports` of cloudflare:workers: what the main module exports, to be called.
// https://developers.cloudflare.com/workers/runtime-apis/context/#exports
(function (host, load) {
  'use strict';
  let module = {};
  let made = null;
  let replaced = null; // the variable of withExports(), once it was called

  const current = () => (made ??= load('loopback').make(module));

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
    proxy: load('environment').view(() => replaced?.get() ?? current()),

    /** Has `import { exports }` show `exports` to an action and all that follows from it. */
    withExports(exports, action) {
      if (typeof action !== 'function') {
        throw load('webidl').wrongArgument('withExports', 'EnvModule', 2, 'function');
      }
      replaced ??= load('asynccontext').variable();
      return replaced.run(typeof exports === 'object' && exports !== null ? exports : {}, () => action());
    },
  };
})
