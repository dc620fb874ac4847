// node:vm: a Worker runs no code but its own.
(function (host, load) {
  'use strict';
  const { functions, fail } = load('node/absent');
  const { invalidArgType } = load('node/errors');

  const contexts = new WeakSet();

  function isContext(object) {
    if (object === null || typeof object !== 'object') throw invalidArgType('object', 'Object', object);
    return contexts.has(object);
  }

  function createContext(object = {}) {
    if (object !== null && typeof object === 'object') contexts.add(object);
    return object;
  }

  function requireContext(object) {
    if (object === null || typeof object !== 'object' || !contexts.has(object)) {
      throw invalidArgType('contextifiedObject', 'vm.Context', object);
    }
  }

  class Script {
    createCachedData() {
      return load('node/buffer').Buffer.alloc(0);
    }
    runInThisContext() {
      fail('runInThisContext');
    }
    runInContext(context) {
      requireContext(context);
      fail('runInThisContext');
    }
    runInNewContext(object) {
      this.runInContext(createContext(object));
    }
  }

  return {
    Script,
    constants: Object.freeze({
      __proto__: null,
      USE_MAIN_CONTEXT_DEFAULT_LOADER: Symbol('vm_dynamic_import_main_context_default'),
      DONT_CONTEXTIFY: Symbol('vm_context_no_contextify'),
    }),
    createContext,
    createScript: (code, options) => new Script(code, options),
    isContext,
    runInContext: (code, context) => new Script(code).runInContext(context),
    runInNewContext: (code, object) => new Script(code).runInNewContext(object),
    runInThisContext: (code) => new Script(code).runInThisContext(),
    ...functions('', 'compileFunction', 'measureMemory'),
  };
})
