// What the user of a debugger can name in expressions: $storage, $ctx, $object(), $alarm(),
// $hibernate() and $blockers(). Loaded when one of them is first named; no code of the project's
// sees them.
(function (host, load) {
  'use strict';

  const HEX_ID = /^[0-9a-f]{64}$/;

  /** An object's stored values, answered within the call: at a breakpoint nothing can be awaited. */
  class Storage {
    #ctx;

    constructor(ctx) {
      this.#ctx = ctx;
    }

    get(key) {
      return host.storage.get(`${key}`);
    }

    put(key, value) {
      load('residents').current.writes++;
      host.storage.put(`${key}`, value);
      return value;
    }

    delete(key) {
      load('residents').current.writes++;
      return host.storage.delete(`${key}`);
    }

    list(options = {}) {
      const entries = new Map();
      load('storageoperations').listRange(options, (key, value) => entries.set(key, value));
      return entries;
    }

    keys(options) {
      return [...this.list(options).keys()];
    }

    sql(query, ...bindings) {
      return this.#ctx.storage.sql.exec(query, ...bindings).toArray();
    }
  }

  /** A stub of an object of this worker's, by its class and its name or id. */
  function object(ownClass, args) {
    const [className, name] = args.length > 1 ? args : [ownClass, args[0]];
    if (className === null) throw new TypeError('Name the class, too: $object("ChatRoom", "lobby")');
    const namespace = load('exports').proxy[className];
    if (typeof namespace?.idFromName !== 'function') {
      throw new TypeError(`The worker exports no class of Durable Objects named ${className}.`);
    }
    const isId = HEX_ID.test(name);
    return namespace.get(isId ? namespace.idFromString(name) : namespace.idFromName(`${name}`));
  }

  return {
    /** What can be named in the isolate of a worker. */
    ofWorker: () => ({ $object: (...args) => object(null, args) }),

    /** What can be named in the isolate of an object; Java gives the functions. */
    ofObject: (ctx, className, fireAlarm, hibernate, blockers) => ({
      $storage: new Storage(ctx),
      $ctx: ctx,
      $object: (...args) => object(className, args),
      $alarm() {
        if (!fireAlarm()) throw new Error('The object has no alarm, or its handler runs already.');
        return 'The alarm runs as soon as the object takes events.';
      },
      $hibernate() {
        const left = [...blockers()];
        if (left.length > 0) return left;
        hibernate();
        return 'The object leaves the memory.';
      },
      $blockers: () => [...blockers()],
    }),
  };
})
