// ctx.storage: https://developers.cloudflare.com/durable-objects/api/sqlite-storage-api/
// Keys and the alarm are in storageoperations.js, transactions in transaction.js, `kv` in synckv.js.
(function (host, load) {
  'use strict';
  const { deleteAll, savepoint, release, rollback, currentBookmark, bookmarkAt, restoreAtNextSession } = host.storage;
  const { afterCommit } = host.state;
  const residents = load('residents');
  const { addOperations, settle, illegalInvocation } = load('storageoperations');
  const convert = load('storageoptions');
  const { expose, wrongArgument } = load('webidl');

  const NO_SQL =
    'SQL is not enabled for this Durable Object class. To enable it, ' +
    "change `new_classes` to `new_sqlite_classes` within the 'migrations' field in your wrangler.jsonc or " +
    'wrangler.toml file. If using workerd directly,' +
    'set `enableSql = true` in your workerd config for the class. Note that this change cannot be made after ' +
    'the class is already deployed to production.';

  const SECRET = Symbol('made by the platform');

  /** An own property that is made when it is first read, and may be replaced. */
  function lazy(object, name, make) {
    const become = (value) => {
      Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
      return value;
    };
    Object.defineProperty(object, name, {
      get: () => become(make()),
      set: become,
      enumerable: true,
      configurable: true,
    });
  }

  class DurableObjectStorage {
    #critical;
    #owner = residents.current;

    constructor(secret, sqlite, critical) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
      this.#critical = critical;
      lazy(this, 'sql', () => new (load('sql').SqlStorage)(sqlite ? null : NO_SQL, this.#owner));
      lazy(this, 'kv', () => load('synckv').syncKv(sqlite, this.#owner));
    }

    static #isOwn(value) {
      return typeof value === 'object' && value !== null && #critical in value;
    }

    static #check(value) {
      if (!DurableObjectStorage.#isOwn(value)) throw illegalInvocation();
      residents.check(value.#owner);
    }

    static {
      addOperations(this, this.#isOwn, (storage) => residents.check(storage.#owner));
    }

    deleteAll(...args) {
      DurableObjectStorage.#check(this);
      return settle(() => {
        convert.deleteAll(args);
        residents.current.writes++;
        deleteAll();
      });
    }

    // What this turn writes is committed when it ends: what waits for that goes on in a later turn.
    sync() {
      DurableObjectStorage.#check(this);
      return new Promise((resolve) => afterCommit(() => resolve()));
    }

    transaction(...args) {
      DurableObjectStorage.#check(this);
      return settle(() => {
        const closure = convert.transaction(args);
        return this.#critical(() => load('transaction').run(closure));
      });
    }

    transactionSync(...args) {
      DurableObjectStorage.#check(this);
      const [closure] = args;
      if (typeof closure !== 'function') {
        throw wrongArgument('transactionSync', 'DurableObjectStorage', 1, 'function');
      }
      const point = savepoint();
      let result;
      try {
        result = Reflect.apply(closure, globalThis, []);
      } catch (error) {
        rollback(point);
        residents.current.writes++;
        throw error;
      }
      release(point);
      return result;
    }

    // What this turn still writes is in it.
    async #committed() {
      await new Promise((resolve) => load('timers').setTimeout(resolve, 0));
    }

    getCurrentBookmark() {
      DurableObjectStorage.#check(this);
      return this.#committed().then(currentBookmark);
    }

    getBookmarkForTime(...args) {
      DurableObjectStorage.#check(this);
      return settle(() => bookmarkAt(convert.date(args, 'getBookmarkForTime')));
    }

    onNextSessionRestoreBookmark(...args) {
      DurableObjectStorage.#check(this);
      return settle(() => {
        if (args.length === 0) {
          throw wrongArgument('onNextSessionRestoreBookmark', 'DurableObjectStorage', 1, 'string');
        }
        return restoreAtNextSession(`${args[0]}`);
      });
    }
  }
  expose(DurableObjectStorage);

  return {
    /** The storage of an object; `critical(closure)` runs a closure as a critical section. */
    storage: (sqlite, critical) => new DurableObjectStorage(SECRET, sqlite, critical),
  };
})
