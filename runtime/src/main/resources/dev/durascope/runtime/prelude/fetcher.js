// Fetcher: what a service binding is in `env`, and the base of a Durable Object's stub. It has
// `fetch`, and every name that it lacks is a method or property of what it stands for.
(function (host, load) {
  'use strict';
  const { is, expose, refuseClones } = load('webidl');
  const { STATE, makeProperty } = load('rpc');
  const { current, countCall, check, TYPES } = load('iocontext');
  const { fetch: fetchFrom } = host.rpc;
  const INSPECT = Symbol.for('nodejs.util.inspect.custom');

  // The string tag is `Fetcher`, and the class's name `ServiceStub`, as it is exported.
  class ServiceStub {
    /**
     * `state.handle` is Java's Service; `state.takesRelative`, that it is an object's, see `fetch`;
     * `state.owner`, the context that it belongs to, as `state.type`.
     */
    constructor(state) {
      if (state?.secret !== STATE) throw new TypeError('Illegal constructor');
      Object.defineProperty(this, STATE, { value: state });
    }

    fetch(...args) {
      return fetchBy(this[STATE], args);
    }

    connect() {
      throw new Error('connect() of a service is not available in this version of Durascope.');
    }

    [INSPECT]() {
      return `${this[Symbol.toStringTag]} {}`;
    }
  }

  async function fetchBy({ handle, takesRelative, owner, type }, args) {
    check(owner, type);
    countCall();
    const { Request, signalOf } = load('request');
    let [input, init] = args;
    if (args.length === 0) {
      throw new TypeError(
        "Failed to execute 'fetch' on 'Fetcher': parameter 1 is not of type 'Request or string'."
      );
    }
    if (takesRelative && typeof input === 'string' && !host.flags.isOn('durable_object_fetch_requires_full_url')) {
      input = new URL(input, 'https://fake-host/').href;
    }
    const request = plain(init === undefined && is.Request(input) ? input : new Request(input, init));
    const signal = signalOf(request);
    if (signal === null) return new Promise((resolve, reject) => fetchFrom(handle, request, undefined, resolve, reject));
    signal.throwIfAborted();
    const { abortable } = load('fetch');
    const response = await abortable(signal, (resolve, reject) => fetchFrom(handle, request, undefined, resolve, reject));
    load('body').breakOffWith(response, signal);
    return response;
  }

  /** The same request with an address that can be sent: of HTTP, and without a name, password or fragment. */
  function plain(request) {
    const { url } = request;
    if (!/^https?:/.test(url)) throw new TypeError(`Fetch API cannot load: ${url}`);
    if (!/[#@]/.test(url)) return request;
    const address = new URL(url);
    address.hash = '';
    address.username = '';
    address.password = '';
    return address.href === url ? request : new (load('request').Request)(address.href, request);
  }

  const members = {
    has: (target, name) => typeof name === 'string' || name in target,
    get(target, name) {
      if (typeof name === 'symbol' || name in target) return Reflect.get(target, name, target);
      // A `then` would make a promise of it.
      return name === 'then' ? undefined : makeProperty(target[STATE], name);
    },
  };
  // Methods take `this` from the call, which is the proxy: its state is that of its target.

  const make = (handle, owner) => new Proxy(new ServiceStub({ secret: STATE, handle, owner, type: TYPES.SERVICE }), members);

  const WITHIN = 'Stubs pointing to Durable Object facets are not serializable.';

  // What `ctx.facets.get()` gives: only the clone of it fails in other words.
  class FacetStub extends ServiceStub {}
  Object.defineProperty(FacetStub.prototype, 'constructor', { value: ServiceStub });
  refuseClones(FacetStub, WITHIN);

  expose(ServiceStub, 'Fetcher');
  refuseClones(ServiceStub, 'ServiceStub cannot be serialized in this context.');

  return {
    Fetcher: ServiceStub,
    /** The Fetcher of a Java Service, for whom it is made now. */
    makeFetcher: (handle) => make(handle, current()),
    bind: (name, options, binding) => make(binding.service(), null),
    /** The Fetcher of a facet, which nobody else can get. */
    makeFacetStub: (handle) => new Proxy(new FacetStub({ secret: STATE, handle, takesRelative: true, isFacet: true, owner: null }), members),
    /** Java's handle of a stub that is to be sent. */
    sendable(state) {
      check(state.owner, state.type);
      if (state.isFacet) throw new DOMException(WITHIN, 'DataCloneError');
      return state.handle;
    },
    /** An instance of a class made of Fetcher, with the remote names as members. */
    withRemoteMembers: (fetcher) => new Proxy(fetcher, members),
  };
})
