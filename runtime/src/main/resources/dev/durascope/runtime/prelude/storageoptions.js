// What storage's methods make of their arguments: strings of keys, integers of limits, and options
// whose fields are read once each, in the platform's order, whether they are needed or not.
(function (host, load) {
  'use strict';
  const { wrongArgument } = load('webidl');

  const ENTRIES_AND_VALUE =
    'put() may only be called with a single key-value pair and optional options as put(key, value, options) ' +
    'or with multiple key-value pairs and optional options as put(entries, options)';

  const text = (value) => `${value}`;
  const flag = Boolean;

  /** An int; what is no finite number counts as 0. */
  function int(value) {
    if (typeof value === 'bigint') throw new TypeError('Cannot convert a BigInt value to a number');
    const number = +value;
    if (!Number.isFinite(number)) return 0;
    const whole = Math.trunc(number);
    if (whole !== (whole | 0)) {
      throw new TypeError('Value out of range. Must be between -2147483648 and 2147483647 (inclusive).');
    }
    return whole | 0;
  }

  const GET = { allowConcurrency: flag, noCache: flag };
  const PUT = { allowConcurrency: flag, allowUnconfirmed: flag, noCache: flag };
  const RANGE = { start: text, startAfter: text, end: text, prefix: text, reverse: flag, limit: int };
  const LIST = { ...RANGE, ...GET };
  const NOTHING = Object.freeze({});

  const isObject = (value) => typeof value === 'function' || (typeof value === 'object' && value !== null);

  function read(fields, options) {
    const result = {};
    for (const name in fields) {
      const value = options[name];
      if (value !== undefined) result[name] = fields[name](value);
    }
    return result;
  }

  /** The options in `args[index]`. */
  function options(fields, args, index, owner, method, type) {
    const given = args[index];
    if (given === undefined || given === null) return NOTHING;
    if (!isObject(given)) throw wrongArgument(method, owner, index + 1, type);
    return read(fields, given);
  }

  /** The range of `list()`: options with at most one lower bound, and a limit that is one. */
  function range(given) {
    if (given.start !== undefined && given.startAfter !== undefined) {
      throw new TypeError('list() cannot be called with both start and startAfter values.');
    }
    if (given.limit !== undefined && given.limit <= 0) {
      throw new TypeError('List limit must be positive.');
    }
    return given;
  }

  /** A key, or an array of keys. */
  function keys(args, owner, method) {
    if (args.length === 0) throw wrongArgument(method, owner, 1, 'string or Array');
    const key = args[0];
    return Array.isArray(key) ? Array.from(key, text) : text(key);
  }

  return {
    get(args, owner) {
      if (args.length === 1 && typeof args[0] === 'string') return args[0];
      const key = keys(args, owner, 'get');
      options(GET, args, 1, owner, 'get', 'GetOptions');
      return key;
    },

    delete(args, owner) {
      const key = keys(args, owner, 'delete');
      return { key, options: options(PUT, args, 1, owner, 'delete', 'PutOptions') };
    },

    /** The keys and values in turn, and the options. */
    put(args, owner) {
      if (args.length === 2 && typeof args[0] === 'string' && args[1] !== undefined) {
        return { pairs: args, options: NOTHING };
      }
      if (args.length === 0) throw wrongArgument('put', owner, 1, 'string or object');
      const key = args[0];
      const isEntries = isObject(key) && !Array.isArray(key);
      const pairs = isEntries ? Object.entries(key).flat() : [text(key), args[1]];
      const third = options(PUT, args, 2, owner, 'put', 'PutOptions');
      if (!isEntries) {
        if (args[1] === undefined) throw new TypeError('put() called with undefined value.');
        return { pairs, options: third };
      }
      const given = args[1];
      if (given !== undefined && given !== null && !isObject(given)) throw new TypeError(ENTRIES_AND_VALUE);
      return {
        pairs: pairs.filter((_, i) => pairs[i | 1] !== undefined),
        options: given === undefined || given === null ? NOTHING : read(PUT, given),
      };
    },

    list(args, owner) {
      return range(options(LIST, args, 0, owner, 'list', 'ListOptions'));
    },

    syncList(args) {
      return range(options(RANGE, args, 0, 'SyncKvStorage', 'list', 'ListOptions'));
    },

    date(args, method) {
      return load('alarms').millisOf(args[0], 'DurableObjectStorage', method);
    },

    deleteAll(args) {
      options(PUT, args, 0, 'DurableObjectStorage', 'deleteAll', 'PutOptions');
    },

    transaction(args) {
      if (typeof args[0] !== 'function') {
        throw wrongArgument('transaction', 'DurableObjectStorage', 1, 'function');
      }
      options(NOTHING, args, 1, 'DurableObjectStorage', 'transaction', 'TransactionOptions');
      return args[0];
    },
  };
})
