// ctx.storage: the key-value API of an object, its alarm and its transactions.
// https://developers.cloudflare.com/durable-objects/api/legacy-kv-storage-api/
//
// Java holds the data and answers within the call, so every promise here is settled when it is
// returned: no other event can come between a read and what the code does with it.
(function (host, load) {
  'use strict';
  const {
    get,
    put,
    delete: remove,
    list,
    deleteAll,
    savepoint,
    release,
    rollback,
  } = host.storage;

  const MAX_PAIRS = 128;
  const MAX_KEY_BYTES = 2048;

  function byteLength(text) {
    if (text.length * 3 <= MAX_KEY_BYTES) return text.length;
    return new TextEncoder().encode(text).length;
  }

  function checkedKey(key) {
    const text = String(key);
    const size = byteLength(text);
    if (size > MAX_KEY_BYTES) {
      throw new RangeError(
        `Keys cannot be larger than ${MAX_KEY_BYTES} bytes. A key of size ${size} was provided.`
      );
    }
    return text;
  }

  function checkCount(count) {
    if (count > MAX_PAIRS) {
      throw new RangeError(
        `Maximum number of key value pairs is ${MAX_PAIRS}. ${count} pairs were provided.`
      );
    }
  }

  function missingArgument(method) {
    return new TypeError(
      `Failed to execute '${method}' on 'DurableObjectStorage': parameter 1 is not of type 'string'.`
    );
  }

  function readOne(key) {
    return get(checkedKey(key));
  }

  function readMany(keys) {
    checkCount(keys.length);
    const entries = keys
      .map(checkedKey)
      .map((key) => [key, get(key)])
      .filter(([, value]) => value !== undefined);
    return new Map(entries);
  }

  function writeOne(key, value) {
    if (value === undefined) throw new TypeError('put() called with undefined value.');
    put(checkedKey(key), value);
  }

  function writeMany(entries) {
    const pairs = Object.entries(entries).filter(([, value]) => value !== undefined);
    checkCount(pairs.length);
    for (const [key] of pairs) checkedKey(key);
    for (const [key, value] of pairs) put(key, value);
  }

  function removeMany(keys) {
    checkCount(keys.length);
    return keys.map(checkedKey).filter((key) => remove(key)).length;
  }

  function optionalKey(value) {
    return value === undefined || value === null ? null : String(value);
  }

  function listEntries(options = {}) {
    if (options.start !== undefined && options.startAfter !== undefined) {
      throw new TypeError('list() cannot be called with both start and startAfter values.');
    }
    if (options.limit !== undefined && !(options.limit > 0)) {
      throw new TypeError('List limit must be positive.');
    }
    const entries = new Map();
    list(
      optionalKey(options.start),
      optionalKey(options.startAfter),
      optionalKey(options.end),
      optionalKey(options.prefix),
      Boolean(options.reverse),
      options.limit === undefined ? -1 : Math.min(Math.trunc(options.limit), 0x7fffffff),
      (key, value) => entries.set(key, value)
    );
    return entries;
  }

  // The operations that storage and transactions have in common.
  class StorageOperations {
    async get(key) {
      if (arguments.length === 0 || key === undefined) throw missingArgument('get');
      return Array.isArray(key) ? readMany(key) : readOne(key);
    }

    async put(key, value) {
      if (arguments.length === 0 || key === undefined) throw missingArgument('put');
      if (typeof key === 'object' && key !== null) writeMany(key);
      else writeOne(key, value);
    }

    async delete(key) {
      if (arguments.length === 0 || key === undefined) throw missingArgument('delete');
      return Array.isArray(key) ? removeMany(key) : remove(checkedKey(key));
    }

    async list(options) {
      return listEntries(options);
    }

    async getAlarm(options) {
      return load('alarms').get('DurableObjectStorage', options);
    }

    async setAlarm(scheduledTime, options) {
      load('alarms').set('DurableObjectStorage', scheduledTime, options);
    }

    async deleteAlarm(options) {
      load('alarms').delete('DurableObjectStorage', options);
    }
  }

  // What the closure of transaction() gets. Every operation checks that the transaction still is.
  class DurableObjectTransaction {
    #operations = new StorageOperations();
    #state = 'open';
    #savepoint = savepoint();

    #checkOpen(operation) {
      if (this.#state === 'rolled back') {
        throw new Error(`Cannot ${operation}() on rolled back transaction`);
      }
      if (this.#state === 'committed') {
        throw new Error(
          `Cannot call ${operation}() on transaction that has already committed: did you move \`txn\` outside of the closure?`
        );
      }
    }

    async #perform(operation, args) {
      this.#checkOpen(operation);
      return Reflect.apply(this.#operations[operation], this.#operations, args);
    }

    get(...args) {
      return this.#perform('get', args);
    }

    put(...args) {
      return this.#perform('put', args);
    }

    delete(...args) {
      return this.#perform('delete', args);
    }

    list(...args) {
      return this.#perform('list', args);
    }

    getAlarm(...args) {
      return this.#perform('getAlarm', args);
    }

    setAlarm(...args) {
      return this.#perform('setAlarm', args);
    }

    deleteAlarm(...args) {
      return this.#perform('deleteAlarm', args);
    }

    deleteAll() {
      throw new Error('Cannot call deleteAll() within a transaction');
    }

    rollback() {
      if (this.#state === 'rolled back') return;
      this.#checkOpen('rollback');
      this.#state = 'rolled back';
      rollback(this.#savepoint);
    }

    static async run(closure, txn) {
      try {
        const result = await closure(txn);
        if (txn.#state === 'open') {
          txn.#state = 'committed';
          release(txn.#savepoint);
        }
        return result;
      } catch (error) {
        if (txn.#state === 'open') txn.rollback();
        throw error;
      }
    }
  }

  const HOW_TO_ENABLE =
    "change `new_classes` to `new_sqlite_classes` within the 'migrations' field in your wrangler.jsonc or " +
    'wrangler.toml file. If using workerd directly,';
  const AFTERWARDS =
    'set `enableSql = true` in your workerd config for the class. Note that this change cannot be made after ' +
    'the class is already deployed to production.';
  const NO_SQL = `SQL is not enabled for this Durable Object class. To enable it, ${HOW_TO_ENABLE}${AFTERWARDS}`;
  const NO_SYNC_KV =
    "The storage.kv (synchronous KV) API is only available for SQLite-backed Durable Objects, but this object's " +
    'namespace is not declared to use SQLite. You can use the older, asyncronous interface via methods of ' +
    '`storage` itself (e.g. `storage.get()`). Alternatively, to enable SQLite, ' +
    `${HOW_TO_ENABLE} ${AFTERWARDS}`;

  /** The synchronous key-value API of classes with SQLite storage. */
  class SyncKvStorage {
    #enabled;

    constructor(enabled) {
      this.#enabled = enabled;
    }

    #checked(method, count, key) {
      if (count === 0) {
        throw new TypeError(
          `Failed to execute '${method}' on 'SyncKvStorage': parameter 1 is not of type 'string'.`
        );
      }
      if (!this.#enabled) throw new Error(NO_SYNC_KV);
      return String(key);
    }

    get(key) {
      return get(this.#checked('get', arguments.length, key));
    }

    put(key, value) {
      put(this.#checked('put', arguments.length, key), value);
    }

    delete(key) {
      return remove(this.#checked('delete', arguments.length, key));
    }

    list(options) {
      this.#checked('list', 1, '');
      if (options !== undefined && (typeof options !== 'object' || options === null)) {
        throw new TypeError(
          "Failed to execute 'list' on 'SyncKvStorage': parameter 1 is not of type 'ListOptions'."
        );
      }
      return listIterator(listEntries(options).entries());
    }
  }

  const ListIterator = Object.create(
    Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())),
    {
      next: {
        value() {
          return LISTED.get(this).next();
        },
        configurable: true,
        writable: true,
      },
      [Symbol.toStringTag]: { value: 'ListIterator', configurable: true },
    }
  );
  const LISTED = new WeakMap();

  function listIterator(entries) {
    const iterator = Object.create(ListIterator);
    LISTED.set(iterator, entries);
    return iterator;
  }

  for (const [type, tag] of [[SyncKvStorage, 'SyncKvStorage']]) {
    Object.defineProperty(type.prototype, Symbol.toStringTag, { value: tag, configurable: true });
  }

  class DurableObjectStorage extends StorageOperations {
    #blockConcurrencyWhile;
    #sqlite;
    #kv;
    #sql = null;

    constructor(sqlite, blockConcurrencyWhile) {
      super();
      this.#sqlite = sqlite;
      this.#kv = new SyncKvStorage(sqlite);
      this.#blockConcurrencyWhile = blockConcurrencyWhile;
    }

    get kv() {
      return this.#kv;
    }

    get sql() {
      this.#sql ??= new (load('sql').SqlStorage)(this.#sqlite ? null : NO_SQL);
      return this.#sql;
    }

    async deleteAll() {
      deleteAll();
    }

    async sync() {
      // What this turn wrote is committed when it ends, before anything that was sent leaves.
    }

    transaction(closure) {
      return this.#blockConcurrencyWhile(() =>
        DurableObjectTransaction.run(closure, new DurableObjectTransaction())
      );
    }

    transactionSync(closure) {
      if (typeof closure !== 'function') {
        throw new TypeError(
          "Failed to execute 'transactionSync' on 'DurableObjectStorage': parameter 1 is not of type 'function'."
        );
      }
      const point = savepoint();
      let result;
      try {
        result = closure();
      } catch (error) {
        rollback(point);
        throw error;
      }
      release(point);
      return result;
    }

    getCurrentBookmark() {
      throw new Error('getCurrentBookmark() is not available in this version of Durascope.');
    }

    getBookmarkForTime() {
      throw new Error('getBookmarkForTime() is not available in this version of Durascope.');
    }

    onNextSessionRestoreBookmark() {
      throw new Error('onNextSessionRestoreBookmark() is not available in this version of Durascope.');
    }
  }

  const { refuseClones } = load('webidl');
  refuseClones(DurableObjectStorage);
  refuseClones(DurableObjectTransaction);
  refuseClones(SyncKvStorage);

  return { DurableObjectStorage, DurableObjectTransaction };
})
