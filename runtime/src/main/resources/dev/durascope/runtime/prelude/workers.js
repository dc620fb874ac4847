// The module `cloudflare:workers`.
(function (host, load) {
  'use strict';

  class DurableObject {
    constructor(ctx, env) {
      this.ctx = ctx;
      this.env = env;
    }
  }

  class WorkerEntrypoint {
    constructor(ctx, env) {
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
      this.#begin(promise);
    }

    passThroughOnException() {
      // There is no origin behind a Worker that runs locally: an exception stays one.
    }
  }

  // What waitUntil() of the module does in this isolate.
  let keep = () => {};

  const { refuseClones } = load('webidl');
  refuseClones(ExecutionContext);

  refuseClones(RpcTarget, 'Remote RPC references can only be serialized for RPC.');

  return {
    waitUntil: (promise) => keep(promise),
    onWaitUntil(action) {
      keep = action;
    },
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
      keep = begin;
      return new ExecutionContext(begin, props);
    },
  };
})
