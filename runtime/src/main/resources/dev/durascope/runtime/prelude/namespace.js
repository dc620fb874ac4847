// What a binding of Durable Objects is in `env`: DurableObjectNamespace, DurableObjectId and the
// stubs of objects. https://developers.cloudflare.com/durable-objects/api/namespace/
(function (host, load) {
  'use strict';
  const { idFromName, newUniqueId, idFromString, service } = host.objects;
  const { STATE } = load('rpc');
  const { Fetcher, withRemoteMembers } = load('fetcher');

  let makeId;
  let keyOf;

  class DurableObjectId {
    #hex;
    #key;
    #name;

    constructor(token, key, hex, name) {
      if (token !== makeId) throw new TypeError('Illegal constructor');
      this.#hex = hex;
      this.#key = key;
      this.#name = name;
    }

    static {
      makeId = (key, hex, name) => new DurableObjectId(makeId, key, hex, name);
      keyOf = (id) => (id !== null && typeof id === 'object' && #hex in id ? id.#key : undefined);
    }

    get name() {
      return this.#name;
    }

    get jurisdiction() {
      return undefined;
    }

    toString() {
      return this.#hex;
    }

    equals(other) {
      if (keyOf(other) === undefined) {
        throw new TypeError(
          "Failed to execute 'equals' on 'DurableObjectId': parameter 1 is not of type 'DurableObjectId'."
        );
      }
      return this.#hex === other.#hex;
    }
  }

  // An object's stub: what its class lacks are methods and properties of the object.
  class DurableObject extends Fetcher {
    get id() {
      return this[STATE].id;
    }

    get name() {
      return this[STATE].id.name;
    }

    fetch(input, init) {
      const isRelative = typeof input === 'string' && !host.flags.isOn('durable_object_fetch_requires_full_url');
      return super.fetch(isRelative ? new URL(input, 'https://fake-host/').href : input, init);
    }
  }

  function stubOf(service, id) {
    return withRemoteMembers(new DurableObject({ secret: STATE, handle: service, id }));
  }

  class DurableObjectNamespace {
    #handle;
    #key;

    /** handle: Java's Namespace, or a function that finds it; key: what tells it from all others. */
    constructor(handle, key) {
      this.#handle = handle;
      this.#key = key;
    }

    #java() {
      return typeof this.#handle === 'function' ? this.#handle() : this.#handle;
    }

    #refuseJurisdiction(jurisdiction) {
      if (jurisdiction !== undefined) {
        throw new Error('Jurisdictional restrictions are not implemented in local development.');
      }
    }

    newUniqueId(options) {
      this.#refuseJurisdiction(options?.jurisdiction);
      return makeId(this.#key, newUniqueId(this.#java()), undefined);
    }

    idFromName(name) {
      if (arguments.length === 0) {
        throw new TypeError(
          "Failed to execute 'idFromName' on 'DurableObjectNamespace': parameter 1 is not of type 'string'."
        );
      }
      const text = String(name);
      return makeId(this.#key, idFromName(this.#java(), text), text);
    }

    idFromString(hex) {
      const text = String(hex);
      return makeId(this.#key, idFromString(this.#java(), text), undefined);
    }

    get(id) {
      const key = keyOf(id);
      if (key === undefined) {
        throw new TypeError(
          "Failed to execute 'get' on 'DurableObjectNamespace': parameter 1 is not of type 'DurableObjectId'."
        );
      }
      if (key !== this.#key) {
        throw new TypeError('Durable Object ID is not valid for this namespace.');
      }
      return stubOf(service(this.#java(), id.toString(), id.name ?? null), id);
    }

    getByName(name) {
      return this.get(this.idFromName(name));
    }

    jurisdiction(jurisdiction) {
      this.#refuseJurisdiction(jurisdiction);
      return this;
    }
  }

  const { refuseClones } = load('webidl');
  refuseClones(DurableObjectId);
  refuseClones(DurableObjectNamespace);

  return {
    DurableObjectId,
    DurableObjectNamespace,
    bind: (name, key, binding) => new DurableObjectNamespace(binding.namespace(), key),
    /** The id as `ctx.id` shows it. */
    objectId: (key, hex, name) => makeId(key, hex, name ?? undefined),
  };
})
