// What a binding of Durable Objects is in `env`: DurableObjectNamespace, DurableObjectId and
// DurableObjectStub. https://developers.cloudflare.com/durable-objects/api/namespace/
(function (host, load) {
  'use strict';
  const { idFromName, newUniqueId, idFromString, fetch: fetchObject, call } = host.objects;

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

  class DurableObjectStub {
    #namespace;
    #id;

    constructor(namespace, id) {
      this.#namespace = namespace;
      this.#id = id;
    }

    get id() {
      return this.#id;
    }

    get name() {
      return this.#id.name;
    }

    fetch(input, init) {
      if (typeof input === 'string' && !host.flags.isOn('durable_object_fetch_requires_full_url')) {
        input = new URL(input, 'https://fake-host/').href;
      }
      return new Promise((resolve, reject) => {
        fetchObject(this.#namespace, String(this.#id), this.#id.name ?? null, input, init, resolve, reject);
      });
    }

    static call(stub, method, args) {
      return new Promise((resolve, reject) => {
        call(stub.#namespace, String(stub.#id), stub.#id.name ?? null, method, args, resolve, reject);
      });
    }
  }

  // Every name that the stub itself lacks is a method of the object, except those by which
  // JavaScript itself probes a value.
  const remoteMethods = {
    get(stub, name) {
      if (name === 'fetch') return stub.fetch.bind(stub);
      if (typeof name === 'symbol' || name in stub) return Reflect.get(stub, name, stub);
      if (name === 'then' || name === 'catch' || name === 'finally' || name === 'toJSON') return undefined;
      return (...args) => DurableObjectStub.call(stub, name, args);
    },
  };

  class DurableObjectNamespace {
    #binding;
    #key;

    /** binding: its name, for Java; key: what tells the namespace from all others. */
    constructor(binding, key) {
      this.#binding = binding;
      this.#key = key;
    }

    #refuseJurisdiction(jurisdiction) {
      if (jurisdiction !== undefined) {
        throw new Error('Jurisdictional restrictions are not implemented in local development.');
      }
    }

    newUniqueId(options) {
      this.#refuseJurisdiction(options?.jurisdiction);
      return makeId(this.#key, newUniqueId(this.#binding), undefined);
    }

    idFromName(name) {
      if (arguments.length === 0) {
        throw new TypeError(
          "Failed to execute 'idFromName' on 'DurableObjectNamespace': parameter 1 is not of type 'string'."
        );
      }
      const text = String(name);
      return makeId(this.#key, idFromName(this.#binding, text), text);
    }

    idFromString(hex) {
      const text = String(hex);
      return makeId(this.#key, idFromString(this.#binding, text), undefined);
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
      return new Proxy(new DurableObjectStub(this.#binding, id), remoteMethods);
    }

    getByName(name) {
      return this.get(this.idFromName(name));
    }

    jurisdiction(jurisdiction) {
      this.#refuseJurisdiction(jurisdiction);
      return this;
    }
  }

  return {
    DurableObjectId,
    DurableObjectNamespace,
    DurableObjectStub,
    bind: (name, key) => new DurableObjectNamespace(name, key),
    /** The id as `ctx.id` shows it. */
    objectId: (key, hex, name) => makeId(key, hex, name ?? undefined),
  };
})
