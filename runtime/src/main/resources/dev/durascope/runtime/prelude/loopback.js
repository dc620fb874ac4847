// What ctx.exports holds: a worker's way to its own entrypoints and classes, as if it were bound to itself.
// https://developers.cloudflare.com/workers/runtime-apis/context/#exports
//
// All of them are functions: called with `{props}` they give a binding, or a class, that has these.
// What the call gives can be sent to others; what is here without a call cannot.
(function (host, load) {
  'use strict';
  const { expose, refuseClones, is, wrongArgument } = load('webidl');
  const { STATE } = load('rpc');
  const { Fetcher, makeFetcher, withRemoteMembers } = load('fetcher');
  const { DurableObjectNamespace, makeNamespace } = load('namespace');

  const HANDLE = Symbol('class');

  /** A class to start objects of, with its props: what `ctx.facets.get()` takes. */
  class DurableObjectClass {
    constructor(token, handle) {
      if (token !== HANDLE) throw new TypeError('Illegal constructor');
      Object.defineProperty(this, HANDLE, { value: handle });
    }
  }

  class LoopbackServiceStub extends Fetcher {}
  class LoopbackDurableObjectClass extends DurableObjectClass {}
  class LoopbackDurableObjectNamespace extends DurableObjectNamespace {}
  const LOOPBACKS = [LoopbackServiceStub, LoopbackDurableObjectClass, LoopbackDurableObjectNamespace];
  for (const Class of [DurableObjectClass, ...LOOPBACKS]) {
    expose(Class);
    refuseClones(Class, Class === DurableObjectClass ? 'DurableObjectClass cannot be serialized in this context.' : undefined);
  }

  is.DurableObjectClass = (value) => value instanceof DurableObjectClass;
  is.Loopback = (value) => LOOPBACKS.some((Class) => value instanceof Class);

  /** A function that is an instance of `Class`; `specialize(props)` is its outcome. */
  function callable(Class, specialize) {
    const instance = {
      call(options) {
        if ((typeof options !== 'object' && typeof options !== 'function') || options === null) {
          throw wrongArgument('(called as function)', Class.name, 1, 'Options');
        }
        const { props } = options;
        if (props !== undefined && (typeof props !== 'object' || props === null)) {
          throw new TypeError(
            "Incorrect type for the 'props' field on 'Options': the provided value is not of type 'Object'."
          );
        }
        return specialize(props ?? null);
      },
    }.call;
    delete instance.length;
    delete instance.name;
    return Object.setPrototypeOf(instance, Class.prototype);
  }

  function service(name) {
    const stub = callable(LoopbackServiceStub, (props) => makeFetcher(host.exports.service(name, props)));
    Object.defineProperty(stub, STATE, { value: { secret: STATE, handle: host.exports.service(name, null), owner: null } });
    return withRemoteMembers(stub);
  }

  const classOf = (name, props) => host.exports.objectClass(name, props);

  function objectClass(name) {
    const instance = callable(LoopbackDurableObjectClass, (props) => makeClass(classOf(name, props)));
    return Object.defineProperty(instance, HANDLE, { value: classOf(name, null) });
  }

  function namespace(name, java) {
    const instance = callable(LoopbackDurableObjectNamespace, (props) => makeClass(classOf(name, props)));
    Object.defineProperty(instance, HANDLE, { value: classOf(name, null) });
    return makeNamespace(instance, java);
  }

  const makeClass = (handle) => new DurableObjectClass(HANDLE, handle);

  function exported(name, value) {
    if (typeof value === 'function') {
      const java = host.exports.namespace(name);
      if (java !== null) return namespace(name, java);
      const { WorkerEntrypoint, WorkflowEntrypoint } = load('workers');
      if (value.prototype instanceof WorkerEntrypoint) return service(name);
      return !value.prototype || value.prototype instanceof WorkflowEntrypoint ? undefined : objectClass(name);
    }
    return value !== null && typeof value === 'object' ? service(name) : undefined;
  }

  return {
    /** What ctx.exports is of a module. */
    make(module) {
      const exports = {};
      for (const name of Object.keys(module)) {
        const value = exported(name, module[name]);
        if (value !== undefined) exports[name] = value;
      }
      return exports;
    },

    makeClass,
    /** Java's handle of a class that `ctx.facets` can start; undefined if it is none. */
    handleOf: (value) => (is.DurableObjectClass(value) || value instanceof LoopbackDurableObjectNamespace ? value[HANDLE] : undefined),
  };
})
