// The calling side of remote calls: RpcStub, RpcPromise and RpcProperty.
// https://developers.cloudflare.com/workers/runtime-apis/rpc/
//
// All three are proxies of functions, so that they can be called and so that every name is a member.
// Behind each is a state, which the prelude reads under a symbol that nobody else has:
//   a stub      {handle, owner, type}       Java's Callee, and to which context it belongs as what
//   a promise   {promise, call, status, …}  a call that was sent; `call` names its result to Java
//   a property  {parent, name, depth}       a name of one of the others, not yet asked for
// Nothing is sent for a property until it is called or awaited; then the names on the way to it go
// along as a path. So a call on a result that nobody has awaited takes no more trips than one.
(function (host, load) {
  'use strict';
  const { current, requireHandler, countCall, check, TYPES } = load('iocontext');
  const { call: sendCall, pipeline, dispose: release, dup, wrap } = host.rpc;

  const STATE = Symbol('rpc');
  const MAX_DEPTH = 64;
  const PENDING = 0;
  const RESOLVED = 1;
  const DISPOSED = 2;
  const INSPECT = Symbol.for('nodejs.util.inspect.custom');

  const nothing = () => {};
  const stateOf = (value) =>
    (typeof value === 'function' || typeof value === 'object') && value !== null ? value[STATE] : undefined;
  const isObject = (value) =>
    (typeof value === 'object' && value !== null) || typeof value === 'function';

  /** What wraps a value that is called by others: may they see its own properties? undefined: never. */
  function access(value) {
    const proto = Object.getPrototypeOf(value);
    if (proto === Object.prototype) return true;
    if (value instanceof load('workers').RpcTarget) return false;
    return typeof value === 'function' && !isPending(value) ? true : undefined;
  }

  /** Whether it is a result or a property that has not been awaited. */
  function isPending(value) {
    const state = stateOf(value);
    return state !== undefined && state.handle === undefined;
  }

  class RpcStub {
    constructor(value) {
      const allowed = isObject(value) ? access(value) : undefined;
      if (allowed === undefined) {
        throw new TypeError('RpcStubs can only wrap plain objects, functions, and RpcTarget derivatives.');
      }
      return makeStub(wrap(value, allowed));
    }

    dup() {
      const { handle, owner, type } = this[STATE];
      check(owner, type);
      return makeStub(dup(handle));
    }

    [Symbol.dispose]() {
      release(this[STATE].handle);
    }

    [INSPECT]() {
      return 'RpcStub {}';
    }
  }

  class RpcPromise {
    constructor() {
      throw new TypeError('Illegal constructor');
    }

    then(fulfilled, rejected) {
      return this[STATE].promise.then(fulfilled, rejected);
    }

    catch(rejected) {
      return this[STATE].promise.catch(rejected);
    }

    finally(action) {
      return this[STATE].promise.finally(action);
    }

    [Symbol.dispose]() {
      const state = this[STATE];
      if (state.status === RESOLVED) disposeValue(state.value);
      state.status = DISPOSED;
      state.value = undefined;
    }

    [INSPECT]() {
      return 'RpcPromise {}';
    }
  }

  class RpcProperty {
    constructor() {
      throw new TypeError('Illegal constructor');
    }

    then(fulfilled, rejected) {
      return get(this[STATE]).then(fulfilled, rejected);
    }

    catch(rejected) {
      return get(this[STATE]).catch(rejected);
    }

    finally(action) {
      return get(this[STATE]).finally(action);
    }

    [INSPECT]() {
      return 'RpcProperty {}';
    }
  }

  /** The proxy's behaviour; `hidden` is a name that is no member. */
  function handler(Class, hidden) {
    const { prototype } = Class;
    return {
      apply: (target, self, args) => send(target.state, args),
      construct: () => {
        throw new TypeError(`${Class.name} is not a constructor`);
      },
      get(target, name) {
        if (name === STATE) return target.state;
        if (typeof name === 'symbol' || name in prototype) return prototype[name];
        return name === hidden ? undefined : makeProperty(target.state, name);
      },
      has: (target, name) => name in prototype,
      set: () => false,
      ownKeys: () => [],
      getOwnPropertyDescriptor: () => undefined,
      defineProperty: () => false,
      getPrototypeOf: () => prototype,
    };
  }

  for (const Class of [RpcStub, RpcPromise, RpcProperty]) {
    Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: `Js${Class.name}`, configurable: true });
  }

  // A stub with a `then` would be taken for a promise.
  const stubs = handler(RpcStub, 'then');
  const promises = handler(RpcPromise);
  const properties = handler(RpcProperty);

  function proxy(state, behaviour) {
    const target = () => {};
    target.state = state;
    return new Proxy(target, behaviour);
  }

  function makeStub(handle) {
    return proxy({ handle, owner: current(), type: TYPES.STUB }, stubs);
  }

  function makeProperty(parent, name) {
    const depth = (parent.depth ?? 0) + 1;
    if (depth > MAX_DEPTH) {
      throw new TypeError(`RPC pipelined property path is too deep (max ${MAX_DEPTH}).`);
    }
    return proxy({ parent, name, depth }, properties);
  }

  /** What Java calls for a stub, or for a result that may not have come. */
  function callee(root) {
    check(root.owner, root.type);
    if (root.handle !== undefined) {
      if (root.type !== TYPES.STUB) countCall();
      return root.handle;
    }
    if (root.status === DISPOSED) throw new Error('RPC promise used after being disposed.');
    if (root.status === PENDING) {
      if (root.pipeline === undefined) {
        root.pipeline = pipeline(root.call);
        // Whoever calls on the result hears of its failure.
        root.promise.catch(nothing);
      }
      return root.pipeline;
    }
    const { value } = root;
    if (!isObject(value)) throw new TypeError("Can't pipeline on RPC that did not return an object.");
    return stateOf(value)?.handle ?? wrap(value, true);
  }

  /** Starts a call of what `state` stands for; without arguments, asks for its value. */
  function start(state, args) {
    requireHandler();
    const call = {
      owner: current(),
      type: TYPES.RESULT,
      promise: undefined,
      call: undefined,
      pipeline: undefined,
      status: PENDING,
      value: undefined,
    };
    call.promise = new Promise((resolve, reject) => {
      let root = state;
      let path = null;
      if (state.parent !== undefined) {
        path = state.name;
        root = state.parent;
        if (root.parent !== undefined) {
          path = [path];
          for (; root.parent !== undefined; root = root.parent) path.unshift(root.name);
        }
      }
      call.call = sendCall(
        callee(root),
        path,
        args,
        (value, result) => {
          received(call, value, result);
          resolve(value);
        },
        reject
      );
    });
    return call;
  }

  const send = (state, args) => proxy(start(state, args), promises);
  const get = (state) => start(state, null).promise;

  /** `result` is Java's handle of what the value holds open, null if that is nothing. */
  function received(call, value, result) {
    if (isObject(value) && stateOf(value) === undefined) {
      Object.defineProperty(value, Symbol.dispose, {
        value: result === null ? nothing : () => release(result),
        configurable: true,
        writable: true,
      });
    }
    if (call.status === DISPOSED) {
      disposeValue(value);
    } else {
      call.status = RESOLVED;
      call.value = value;
    }
  }

  function disposeValue(value) {
    if (isObject(value) && typeof value[Symbol.dispose] === 'function') value[Symbol.dispose]();
  }

  return {
    STATE,
    RpcStub,
    RpcPromise,
    RpcProperty,
    access,
    isPending,
    stateOf,
    makeStub,
    makeProperty,
  };
})
