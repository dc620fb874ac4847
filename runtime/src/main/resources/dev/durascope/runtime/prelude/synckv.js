// ctx.storage.kv, the synchronous key-value API of classes with SQLite storage:
// https://developers.cloudflare.com/durable-objects/api/sqlite-storage-api/#synchronous-kv-api
(function (host, load) {
  'use strict';
  const { get, put, delete: remove } = host.storage;
  const residents = load('residents');
  const { listRange, illegalInvocation } = load('storageoperations');
  const convert = load('storageoptions');
  const { expose, wrongArgument } = load('webidl');

  const UNAVAILABLE =
    "The storage.kv (synchronous KV) API is only available for SQLite-backed Durable Objects, but this object's " +
    'namespace is not declared to use SQLite. You can use the older, asyncronous interface via methods of ' +
    '`storage` itself (e.g. `storage.get()`). Alternatively, to enable SQLite, ' +
    "change `new_classes` to `new_sqlite_classes` within the 'migrations' field in your wrangler.jsonc or " +
    'wrangler.toml file. If using workerd directly, set `enableSql = true` in your workerd config for the class. ' +
    'Note that this change cannot be made after the class is already deployed to production.';
  const INVALIDATED =
    'kv.list() iterator was invalidated because a new call to kv.list() was started. ' +
    'Only one kv.list() iterator can exist at a time.';

  const SECRET = Symbol('made by the platform');

  // How many entries a list reads ahead; a value may have megabytes.
  const READ_AHEAD = 16;

  /** The entries of a range, read as they are asked for; what is written meanwhile is seen. */
  class Listing {
    #range;
    #owner = residents.current;
    #list = ++residents.current.lists;
    #ahead = [];
    #taken = 0;
    #writes = -1;
    #left;
    #done = false;

    constructor(range) {
      this.#range = { ...range };
      this.#left = range.limit ?? Infinity;
    }

    next() {
      if (this.#done) return undefined;
      residents.check(this.#owner);
      if (this.#list !== this.#owner.lists) throw new Error(INVALIDATED);
      if (this.#taken === this.#ahead.length || this.#writes !== this.#owner.writes) this.#read();
      if (this.#ahead.length === 0) {
        this.#done = true;
        return undefined;
      }
      const entry = this.#ahead[this.#taken++];
      this.#left--;
      this.#goOnAfter(entry[0]);
      return entry;
    }

    #read() {
      this.#ahead = [];
      this.#taken = 0;
      this.#writes = this.#owner.writes;
      if (this.#left > 0) {
        const limit = Math.min(this.#left, READ_AHEAD);
        listRange({ ...this.#range, limit }, (key, value) => this.#ahead.push([key, value]));
      }
    }

    #goOnAfter(key) {
      if (this.#range.reverse) {
        this.#range.end = key;
      } else {
        this.#range.start = undefined;
        this.#range.startAfter = key;
      }
    }
  }

  const IteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));

  class ListIterator {
    #listing;

    constructor(secret, listing) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
      this.#listing = listing;
    }

    next() {
      const value = this.#listing.next();
      return { done: value === undefined, value };
    }
  }
  Object.setPrototypeOf(ListIterator.prototype, IteratorPrototype);
  expose(ListIterator);

  class SyncKvStorage {
    #enabled;
    #owner;

    constructor(secret, enabled, owner) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
      this.#enabled = enabled;
      this.#owner = owner;
    }

    static #check(object) {
      if (typeof object !== 'object' || object === null || !(#enabled in object)) throw illegalInvocation();
    }

    #available() {
      if (!this.#enabled) throw new Error(UNAVAILABLE);
      residents.check(this.#owner);
    }

    static #key(args, method) {
      if (args.length === 0) throw wrongArgument(method, 'SyncKvStorage', 1, 'string');
      return `${args[0]}`;
    }

    get(...args) {
      SyncKvStorage.#check(this);
      const key = SyncKvStorage.#key(args, 'get');
      this.#available();
      return get(key);
    }

    put(...args) {
      SyncKvStorage.#check(this);
      const key = SyncKvStorage.#key(args, 'put');
      if (args.length === 1) throw wrongArgument('put', 'SyncKvStorage', 2, 'Value');
      this.#available();
      residents.current.writes++;
      put(key, args[1]);
    }

    delete(...args) {
      SyncKvStorage.#check(this);
      const key = SyncKvStorage.#key(args, 'delete');
      this.#available();
      residents.current.writes++;
      return remove(key);
    }

    list(...args) {
      SyncKvStorage.#check(this);
      const range = convert.syncList(args);
      this.#available();
      return new ListIterator(SECRET, new Listing(range));
    }
  }
  expose(SyncKvStorage);

  return {
    /** The API of a class that has it, or not; `owner` is the memory of the object. */
    syncKv: (enabled, owner) => new SyncKvStorage(SECRET, enabled, owner),
  };
})
