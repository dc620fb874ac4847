// node:async_hooks, as Workers have it: AsyncLocalStorage and AsyncResource work; hooks and ids do not
// exist, and are there in name.
(function (host, load) {
  'use strict';
  const { variable, snapshot } = load('asynccontext');

  /** `fn` with the context of `run`, and with `self` as its `this` if that is given. */
  function bound(fn, run, self) {
    const result = function (...args) {
      return run(Reflect.apply, fn, self === undefined ? this : self, args);
    };
    Object.defineProperty(result, 'name', { value: fn.name, configurable: true });
    Object.defineProperty(result, 'length', { value: fn.length, configurable: true });
    return result;
  }

  function requireFunction(fn, method, type) {
    if (typeof fn !== 'function') {
      throw new TypeError(`Failed to execute '${method}' on '${type}': parameter 1 is not of type 'Function'.`);
    }
  }

  class AsyncLocalStorage {
    #variable = variable();
    #default;
    #name;

    constructor(options) {
      this.#default = options?.defaultValue;
      this.#name = options?.name === undefined ? '' : `${options.name}`;
    }

    get name() {
      return this.#name;
    }

    run(store, callback, ...args) {
      return this.#variable.run({ store }, callback, ...args);
    }

    exit(callback, ...args) {
      return this.run(undefined, callback, ...args);
    }

    getStore() {
      const box = this.#variable.get();
      return box === undefined ? this.#default : box.store;
    }

    enterWith() {
      throw new Error('asyncLocalStorage.enterWith() is not implemented');
    }

    disable() {
      throw new Error('asyncLocalStorage.disable() is not implemented');
    }

    static bind(fn) {
      requireFunction(fn, 'bind', 'AsyncLocalStorage');
      return bound(fn, snapshot());
    }

    static snapshot() {
      const run = snapshot();
      return function (fn, ...args) {
        return run(Reflect.apply, fn, this, args);
      };
    }
  }

  class AsyncResource {
    #run = snapshot();

    constructor(type, options) {
      // Hooks would be told the type; there are none.
    }

    asyncId() {
      return 0;
    }

    triggerAsyncId() {
      return 0;
    }

    emitDestroy() {}

    runInAsyncScope(fn, self, ...args) {
      return this.#run(Reflect.apply, fn, self === undefined ? globalThis : self, args);
    }

    bind(fn, self) {
      requireFunction(fn, 'bind', 'AsyncResource');
      const result = bound(fn, this.#run, self);
      result.asyncResource = this;
      return result;
    }

    static bind(fn, type, self) {
      return new AsyncResource(type ?? 'AsyncResource').bind(fn, self);
    }
  }

  class AsyncHook {
    enable() {
      return this;
    }
    disable() {
      return this;
    }
  }

  return {
    AsyncLocalStorage,
    AsyncResource,
    asyncWrapProviders: {},
    createHook: () => new AsyncHook(),
    executionAsyncId: () => 0,
    executionAsyncResource: () => Object.create(null),
    triggerAsyncId: () => 0,
  };
})
