// How arguments of the streams' classes become what the standard's algorithms take: Web IDL's
// dictionaries, in its order of reading.
(function (host, load) {
  'use strict';
  const { isObject } = load('streams/promises');

  // Nothing is read of a dictionary that is not there, not even of what objects inherit.
  const NOTHING = Object.freeze(Object.create(null));

  /** A dictionary: an object, or nothing. */
  function dictionary(value, name) {
    if (value === undefined || value === null) return NOTHING;
    if (!isObject(value)) throw new TypeError(`The provided value is not of type '${name}'.`);
    return value;
  }

  function callback(value, name, field) {
    if (value === undefined) return undefined;
    if (typeof value !== 'function') {
      throw new TypeError(
        `Incorrect type for the '${field}' field on '${name}': the provided value is not of type 'function'.`
      );
    }
    return value;
  }

  return {
    dictionary,
    callback,

    /** An underlying source, sink or transformer: its methods stay those of the object. */
    underlying(value, name) {
      if (value === undefined) return NOTHING;
      if (!isObject(value)) throw new TypeError(`The provided value is not of type '${name}'.`);
      return value;
    },

    /** `{highWaterMark, size}` as given; each is undefined where it is not. */
    strategy(value) {
      const given = dictionary(value, 'StreamQueuingStrategy');
      const { highWaterMark } = given;
      const mark = highWaterMark === undefined ? undefined : Number(highWaterMark);
      return { highWaterMark: mark, size: callback(given.size, 'StreamQueuingStrategy', 'size') };
    },

    /** The high-water mark of a strategy. */
    markOf({ highWaterMark }, otherwise) {
      if (highWaterMark === undefined) return otherwise;
      if (!(highWaterMark >= 0)) throw new RangeError('The highWaterMark must be a non-negative number.');
      return highWaterMark;
    },

    /** An unsigned long long that is refused out of its range. */
    enforcedRange(value, name) {
      const number = Math.trunc(Number(value));
      if (!(number >= 0 && number <= Number.MAX_SAFE_INTEGER)) {
        throw new TypeError(`The value of ${name} is out of range.`);
      }
      return number;
    },

    /** The size of a chunk has to be a number that a sum can take. */
    checkedSize(size) {
      if (typeof size !== 'number' || !(size >= 0) || size === Infinity) {
        throw new RangeError('The size of a chunk must be a finite, non-negative number.');
      }
      return size;
    },
  };
})
