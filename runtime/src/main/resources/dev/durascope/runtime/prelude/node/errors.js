// Errors of Node.js: a class of the language with a `code`, and the words Node.js uses.
// https://nodejs.org/api/errors.html
(function () {
  'use strict';

  /** An error as Node.js makes them; its text names the code, its `name` does not. */
  function coded(Base, code, message) {
    const error = new Base(message);
    Object.defineProperties(error, {
      code: { value: code, enumerable: true, writable: true, configurable: true },
      toString: {
        value() {
          return `${this.name} [${code}]: ${this.message}`;
        },
        enumerable: false,
        writable: true,
        configurable: true,
      },
    });
    return error;
  }

  const PRIMITIVES = ['string', 'function', 'number', 'object', 'Function', 'Object', 'boolean', 'bigint', 'symbol'];

  /** How a value is named in an error: `type string ('x')`, `an instance of Map`. */
  function received(value) {
    if (value == null) return ` Received ${value}`;
    if (typeof value === 'function') return ` Received function ${value.name}`;
    if (typeof value === 'object') {
      const name = value.constructor?.name;
      return name ? ` Received an instance of ${name}` : ` Received ${String(value)}`;
    }
    let text = typeof value === 'string' ? `'${value}'` : typeof value === 'bigint' ? `${value}n` : String(value);
    if (text.length > 28) text = `${text.slice(0, 25)}...`;
    return ` Received type ${typeof value} (${text})`;
  }

  function list(words, word) {
    if (words.length < 3) return words.join(` ${word} `);
    return `${words.slice(0, -1).join(', ')}, ${word} ${words.at(-1)}`;
  }

  function expectation(expected) {
    const all = Array.isArray(expected) ? expected : [expected];
    let types = all.filter((type) => PRIMITIVES.includes(type)).map((type) => type.toLowerCase());
    const classes = all.filter((type) => !PRIMITIVES.includes(type) && /^[A-Z]/.test(type));
    const others = all.filter((type) => !PRIMITIVES.includes(type) && !classes.includes(type));
    if (classes.length > 0 && types.includes('object')) {
      types = types.filter((type) => type !== 'object');
      classes.push('Object');
    }
    const parts = [];
    if (types.length > 0) {
      parts.push(`${types.length > 1 ? 'one of type' : 'of type'} ${list(types, 'or')}`);
    }
    if (classes.length > 0) parts.push(`an instance of ${list(classes, 'or')}`);
    if (others.length > 0) parts.push(others.length > 1 ? `one of ${list(others, 'or')}` : others[0]);
    return parts.join(' or ');
  }

  function what(name) {
    if (name.endsWith(' argument')) return `The ${name}`;
    return `The "${name}" ${name.includes('.') ? 'property' : 'argument'}`;
  }

  function separated(number) {
    const digits = String(number);
    return Math.abs(Number(number)) > 2 ** 32 ? digits.replace(/\B(?=(\d{3})+$)/g, '_') : digits;
  }

  const errors = {
    coded,

    invalidArgType: (name, expected, value) =>
      coded(
        TypeError,
        'ERR_INVALID_ARG_TYPE',
        `${what(name)} must be ${expectation(expected)}.${received(value)}`
      ),

    invalidArgValue(name, value, reason = 'is invalid') {
      const shown = typeof value === 'string' ? `'${value}'` : String(value);
      const kind = name.includes('.') ? 'property' : 'argument';
      return coded(TypeError, 'ERR_INVALID_ARG_VALUE', `The ${kind} '${name}' ${reason}. Received ${shown}`);
    },

    outOfRange: (name, range, value) =>
      coded(
        RangeError,
        'ERR_OUT_OF_RANGE',
        `The value of "${name}" is out of range. It must be ${range}. Received ${
          typeof value === 'bigint' ? `${separated(value)}n` : typeof value === 'number' ? separated(value) : String(value)
        }`
      ),

    missingArgs: (...names) =>
      coded(
        TypeError,
        'ERR_MISSING_ARGS',
        `The ${list(names.map((name) => `"${name}"`), 'and')} argument${names.length > 1 ? 's' : ''} must be specified`
      ),

    notImplemented: (name) =>
      coded(Error, 'ERR_METHOD_NOT_IMPLEMENTED', `The ${name} method is not implemented`),

    unsupportedOperation: () =>
      coded(Error, 'ERR_UNSUPPORTED_OPERATION', 'The requested operation is unsupported'),

    requireFunction(value, name) {
      if (typeof value !== 'function') throw errors.invalidArgType(name, 'function', value);
    },
    requireString(value, name) {
      if (typeof value !== 'string') throw errors.invalidArgType(name, 'string', value);
    },
    requireObject(value, name) {
      if (value === null || typeof value !== 'object' || Array.isArray(value)) {
        throw errors.invalidArgType(name, 'object', value);
      }
    },
    requireSignal(value, name) {
      if (value !== undefined && (value === null || typeof value !== 'object' || !('aborted' in value))) {
        throw errors.invalidArgType(name, 'AbortSignal', value);
      }
    },
    abortError(signal) {
      const error = coded(Error, 'ABORT_ERR', 'The operation was aborted');
      error.name = 'AbortError';
      if (signal?.reason !== undefined) error.cause = signal.reason;
      return error;
    },
  };
  return errors;
})
