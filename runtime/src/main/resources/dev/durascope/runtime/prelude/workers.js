// The module `cloudflare:workers`.
(function (host, load) {
  'use strict';
  const { is, refuseClones, wrongArgument, wrongConstructorArgument } = load('webidl');

  const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

  class DurableObject {
    constructor(ctx, env) {
      if (!is.DurableObjectState?.(ctx)) throw wrongConstructorArgument('DurableObjectBase', 1, 'DurableObjectState');
      if (!isObject(env)) throw wrongConstructorArgument('DurableObjectBase', 2, 'Object');
      this.ctx = ctx;
      this.env = env;
    }
  }

  class WorkerEntrypoint {
    constructor(ctx, env) {
      if (!isObject(ctx)) throw wrongConstructorArgument('WorkerEntrypoint', 1, 'Object');
      if (!isObject(env)) throw wrongConstructorArgument('WorkerEntrypoint', 2, 'Object');
      this.ctx = ctx;
      this.env = env;
    }
  }

  /** Only to be extended: a binding of a workflow says that it cannot be run here. */
  class WorkflowEntrypoint {
    constructor(ctx, env) {
      this.ctx = ctx;
      this.env = env;
    }
  }

  class RpcTarget {}
  Object.defineProperty(RpcTarget.prototype, Symbol.toStringTag, { value: 'JsRpcTarget', configurable: true });

  /** The context of the stateless Worker's handlers. */
  class ExecutionContext {
    #begin;
    #props;

    constructor(begin, props) {
      this.#begin = begin;
      this.#props = props;
    }

    get props() {
      return this.#props;
    }

    get exports() {
      return load('exports').exports;
    }

    waitUntil(promise) {
      if (arguments.length === 0) throw wrongArgument('waitUntil', 'ExecutionContext', 1, 'Promise');
      this.#begin(promise);
    }

    passThroughOnException() {
      // There is no origin behind a Worker that runs locally: an exception stays one.
    }
  }

  const residents = load('residents');

  refuseClones(ExecutionContext);

  refuseClones(RpcTarget, 'Remote RPC references can only be serialized for RPC.');

  return {
    waitUntil: (promise) => residents.current.waitUntil(promise),
    DurableObject,
    WorkerEntrypoint,
    WorkflowEntrypoint,
    RpcTarget,
    get RpcStub() {
      return load('rpc').RpcStub;
    },
    get RpcPromise() {
      return load('rpc').RpcPromise;
    },
    get RpcProperty() {
      return load('rpc').RpcProperty;
    },
    get ServiceStub() {
      return load('fetcher').Fetcher;
    },
    /** A ctx of stateless handlers; `begin` takes the promises given to waitUntil(). */
    executionContext(begin, props) {
      residents.current.waitUntil = begin;
      return new ExecutionContext(begin, props);
    },
  };
})
