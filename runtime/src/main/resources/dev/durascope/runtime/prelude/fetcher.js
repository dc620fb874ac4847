// Fetcher: what a service binding is in `env`, and the base of a Durable Object's stub. It has
// `fetch`, and every name that it lacks is a method or property of what it stands for.
(function (host, load) {
  'use strict';
  const { is, refuseClones } = load('webidl');
  const { STATE, makeProperty } = load('rpc');
  const { fetch: fetchFrom } = host.rpc;
  const INSPECT = Symbol.for('nodejs.util.inspect.custom');

  class Fetcher {
    /** `state.handle` is Java's Service. */
    constructor(state) {
      if (state?.secret !== STATE) throw new TypeError('Illegal constructor');
      Object.defineProperty(this, STATE, { value: state });
    }

    fetch(input, init) {
      return fetchBy(this[STATE].handle, input, init);
    }

    connect() {
      throw new Error('connect() of a service is not available in this version of Durascope.');
    }

    [INSPECT]() {
      return `${this.constructor.name} {}`;
    }
  }

  async function fetchBy(handle, input, init) {
    const { Request, signalOf } = load('request');
    const request = init === undefined && is.Request(input) ? input : new Request(input, init);
    const signal = signalOf(request);
    if (signal === null) return new Promise((resolve, reject) => fetchFrom(handle, request, undefined, resolve, reject));
    signal.throwIfAborted();
    const { abortable } = load('fetch');
    const response = await abortable(signal, (resolve, reject) => fetchFrom(handle, request, undefined, resolve, reject));
    load('body').breakOffWith(response, signal);
    return response;
  }

  const members = {
    get(target, name) {
      if (typeof name === 'symbol' || name in target) return Reflect.get(target, name, target);
      // A `then` would make a promise of it.
      return name === 'then' ? undefined : makeProperty(target[STATE], name);
    },
  };
  // Methods take `this` from the call, which is the proxy: its state is that of its target.

  const makeFetcher = (handle) => new Proxy(new Fetcher({ secret: STATE, handle }), members);

  refuseClones(Fetcher, 'ServiceStub cannot be serialized in this context.');

  return {
    Fetcher,
    /** The Fetcher of a Java Service. */
    makeFetcher,
    bind: (name, options, binding) => makeFetcher(binding.service()),
    /** An instance of a class made of Fetcher, with the remote names as members. */
    withRemoteMembers: (fetcher) => new Proxy(fetcher, members),
  };
})
