// The operations that storage and transactions have in common. Java holds the data and answers within
// the call, so every promise here is settled when it is returned: no other event can come between a
// read and what the code does with it.
(function (host, load) {
  'use strict';
  const { get, getAll, put, delete: remove, deleteMany, list, unconfirmed } = host.storage;
  const convert = load('storageoptions');

  const residents = load('residents');

  const orNull = (value) => value ?? null;

  /** Writes, and unless `options` have `allowUnconfirmed`, has what is sent then wait for it. */
  function write(options, action) {
    return options.allowUnconfirmed === true ? unconfirmed(action) : action();
  }

  /** The entries of a range, each given to `entry(key, value)`. */
  function listRange({ start, startAfter, end, prefix, reverse, limit }, entry) {
    list(orNull(start), orNull(startAfter), orNull(end), orNull(prefix), reverse === true, limit ?? -1, entry);
  }

  function collect(read) {
    const entries = new Map();
    read((key, value) => entries.set(key, value));
    return entries;
  }

  /** What `action` returns or throws, as a promise. */
  function settle(action) {
    try {
      return Promise.resolve(action());
    } catch (error) {
      return Promise.reject(error);
    }
  }

  function illegalInvocation() {
    return new TypeError(
      'Illegal invocation: function called with incorrect `this` reference. ' +
        'See https://developers.cloudflare.com/workers/observability/errors/#illegal-invocation-errors for details.'
    );
  }

  /**
   * Gives a class the operations. `isOwn` tells its instances; `check(object, operation)` throws if the
   * object takes none now, after the arguments were looked at.
   */
  function addOperations(Class, isOwn, check) {
    const owner = Class.name;

    function own(object) {
      if (!isOwn(object)) throw illegalInvocation();
    }

    const methods = {
      // These two are what objects do most: each call less is felt in the interpreter.
      get(...args) {
        own(this);
        try {
          const key = convert.get(args, owner);
          check(this, 'get()');
          return Promise.resolve(typeof key === 'string' ? get(key) : collect((entry) => getAll(entry, ...key)));
        } catch (error) {
          return Promise.reject(error);
        }
      },

      list(...args) {
        own(this);
        return settle(() => {
          const range = convert.list(args, owner);
          check(this, 'list()');
          residents.current.lists++;
          return collect((entry) => listRange(range, entry));
        });
      },

      put(...args) {
        own(this);
        try {
          const { pairs, options } = convert.put(args, owner);
          check(this, 'put()');
          residents.current.writes++;
          if (pairs.length === 2 && options.allowUnconfirmed !== true) put(pairs[0], pairs[1]);
          else write(options, () => put(...pairs));
          return Promise.resolve();
        } catch (error) {
          return Promise.reject(error);
        }
      },

      // What is wrong with the arguments is thrown, not told by the promise: so the platform has it.
      delete(...args) {
        own(this);
        const { key, options } = convert.delete(args, owner);
        check(this, 'delete()');
        residents.current.writes++;
        const action = () => (typeof key === 'string' ? remove(key) : deleteMany(...key));
        return Promise.resolve(write(options, action));
      },

      getAlarm(...args) {
        own(this);
        return settle(() => {
          check(this, 'getAlarm()');
          return load('alarms').get(owner, ...args);
        });
      },

      setAlarm(...args) {
        own(this);
        return settle(() => {
          check(this, 'setAlarm()');
          return load('alarms').set(write, owner, ...args);
        });
      },

      deleteAlarm(...args) {
        own(this);
        return settle(() => {
          check(this, 'deleteAlarm()');
          return load('alarms').delete(write, owner, ...args);
        });
      },
    };
    Object.defineProperties(Class.prototype, Object.getOwnPropertyDescriptors(methods));
  }

  return { addOperations, listRange, settle, illegalInvocation };
})
