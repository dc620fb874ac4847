// What a binding of Durable Objects is in `env`: DurableObjectNamespace, DurableObjectId and the
// stubs of objects. https://developers.cloudflare.com/durable-objects/api/namespace/
//
// A namespace takes any id, also one of another class: only text is checked, by idFromString().
(function (host, load) {
  'use strict';
  const { idFromName, newUniqueId, idFromString, service } = host.objects;
  const { STATE } = load('rpc');
  const { Fetcher, withRemoteMembers } = load('fetcher');
  const { own, TYPES } = load('iocontext');
  const { expose, refuseClones, wrongArgument } = load('webidl');

  let makeId;
  let isId;

  class DurableObjectId {
    #hex;

    constructor(token, hex, name) {
      if (token !== makeId) throw new TypeError('Illegal constructor');
      this.#hex = hex;
      // Its own properties, which cannot be assigned.
      Object.defineProperty(this, 'name', { value: name, enumerable: true, configurable: true });
      Object.defineProperty(this, 'jurisdiction', { value: undefined, enumerable: true, configurable: true });
    }

    static {
      makeId = (hex, name) => new DurableObjectId(makeId, hex, name);
      isId = (id) => id !== null && typeof id === 'object' && #hex in id;
    }

    toString() {
      return this.#hex;
    }

    equals(other) {
      if (!isId(other)) throw wrongArgument('equals', 'DurableObjectId', 1, 'DurableObjectId');
      return this.#hex === other.#hex;
    }
  }

  // An object's stub: what it lacks are methods and properties of the object.
  class DurableObject extends Fetcher {
    constructor(state) {
      super(state);
      Object.defineProperty(this, 'name', { value: state.id.name, enumerable: true, configurable: true });
      Object.defineProperty(this, 'id', { value: state.id, enumerable: true, configurable: true });
    }
  }

  function stubOf(service, id) {
    const state = { secret: STATE, handle: service, id, takesRelative: true, owner: own(), type: TYPES.OBJECT };
    return withRemoteMembers(new DurableObject(state));
  }

  /** What `{locationHint, routingMode, version}` may be; all of it is without effect on one machine. */
  function checkOptions(method, options) {
    if (options === undefined || options === null) return;
    if (typeof options !== 'object' && typeof options !== 'function') {
      throw wrongArgument(method, 'DurableObjectNamespace', 2, 'GetDurableObjectOptions');
    }
    const { locationHint, routingMode, version } = options;
    if (locationHint !== undefined) String(locationHint);
    if (version !== undefined && version !== null && typeof version !== 'object') {
      throw new TypeError(
        "Incorrect type for the 'version' field on 'GetDurableObjectOptions': the provided value is not of type 'VersionOptions'."
      );
    }
    if (routingMode !== undefined && String(routingMode) !== 'primary-only') {
      throw new RangeError(`unknown routingMode: ${routingMode}`);
    }
  }

  function refuseJurisdiction(jurisdiction) {
    if (jurisdiction !== undefined && jurisdiction !== null) {
      throw new Error('Jurisdiction restrictions are not implemented in workerd.');
    }
  }

  const HANDLE = Symbol('namespace');

  class DurableObjectNamespace {
    /** handle: Java's Namespace, or a function that finds it. */
    constructor(token, handle) {
      if (token !== HANDLE) throw new TypeError('Illegal constructor');
      Object.defineProperty(this, HANDLE, { value: handle });
    }

    newUniqueId(options) {
      if (options !== undefined && options !== null && typeof options !== 'object' && typeof options !== 'function') {
        throw wrongArgument('newUniqueId', 'DurableObjectNamespace', 1, 'NewUniqueIdOptions');
      }
      refuseJurisdiction(options?.jurisdiction);
      return makeId(newUniqueId(javaOf(this)), undefined);
    }

    idFromName(name) {
      return idOf(this, 'idFromName', arguments);
    }

    idFromString(hex) {
      if (arguments.length === 0) throw wrongArgument('idFromString', 'DurableObjectNamespace', 1, 'string');
      return makeId(idFromString(javaOf(this), `${hex}`), undefined);
    }

    get(id, options) {
      if (!isId(id)) throw wrongArgument('get', 'DurableObjectNamespace', 1, 'DurableObjectId');
      checkOptions('get', options);
      return stubOf(service(javaOf(this), id.toString(), id.name ?? null), id);
    }

    getByName(name, options) {
      const id = idOf(this, 'getByName', arguments);
      checkOptions('getByName', options);
      return stubOf(service(javaOf(this), id.toString(), id.name), id);
    }

    jurisdiction(jurisdiction) {
      refuseJurisdiction(jurisdiction);
      return new DurableObjectNamespace(HANDLE, javaOf(this));
    }
  }

  if (host.flags?.isOn('durable_object_get_existing')) {
    DurableObjectNamespace.prototype.getExisting = {
      getExisting(id, options) {
        if (!isId(id)) throw wrongArgument('getExisting', 'DurableObjectNamespace', 1, 'DurableObjectId');
        checkOptions('getExisting', options);
        throw new Error('workerd only supports GET_OR_CREATE mode for getting actor stubs');
      },
    }.getExisting;
  }

  function javaOf(namespace) {
    const handle = namespace[HANDLE];
    if (handle === undefined) throw new TypeError('Illegal invocation');
    return typeof handle === 'function' ? handle() : handle;
  }

  // A lone surrogate is three bytes in the hash, none of which is UTF-8.
  const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  const replaced = (text) => text.replace(LONE, '\ufffd\ufffd\ufffd');

  function idOf(namespace, method, args) {
    if (args.length === 0) throw wrongArgument(method, 'DurableObjectNamespace', 1, 'string');
    const text = `${args[0]}`;
    return makeId(idFromName(javaOf(namespace), text), text.isWellFormed() ? text : replaced(text));
  }

  for (const Class of [DurableObjectId, DurableObjectNamespace]) {
    expose(Class);
    refuseClones(Class);
  }
  expose(DurableObject);
  refuseClones(DurableObject, 'ServiceStub cannot be serialized in this context.');

  const namespaceOf = (handle) => new DurableObjectNamespace(HANDLE, handle);

  return {
    DurableObjectId,
    DurableObjectNamespace,
    isId,
    bind: (name, options, binding) => namespaceOf(binding.namespace()),
    /** The namespace behind Java's handle, or behind a function that finds that. */
    namespaceOf,
    /** Gives an object, such as a function, what the methods of a namespace need. */
    makeNamespace: (object, handle) => Object.defineProperty(object, HANDLE, { value: handle }),
    /** The id as `ctx.id` shows it. */
    objectId: (hex, name) => makeId(hex, name ?? undefined),
  };
})
