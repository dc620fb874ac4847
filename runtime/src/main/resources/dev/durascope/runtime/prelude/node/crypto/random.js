// Random bytes, numbers and primes.
(function (host, load) {
  'use strict';
  const { compute, computeLater, isBuffer, bytesOf } = load('crypto/compute');
  const { invalidArgType, outOfRange, requireFunction, requireObject } = load('node/errors');
  const { Buffer } = load('node/buffer');
  const { MAX_LENGTH, INT32_MAX, requireInteger, deliver } = load('node/crypto/inputs');
  const { crypto } = load('crypto');

  const RANDOM_MAX = 2 ** 48 - 1;
  const NUMBER_TYPES = ['ArrayBuffer', 'TypedArray', 'Buffer', 'DataView', 'bigint'];

  // The remainders that workerd takes, by what is divided by.
  const REMAINDERS = { 12: 11, 24: 23, 60: 59 };

  const toBigInt = (bytes) => BigInt(`0x${bytes.toHex() || '0'}`);

  function fill(buffer, offset, size) {
    load('iocontext').requireHandler();
    bytesOf(buffer).subarray(offset, offset + size).set(compute('random.bytes', size));
    return buffer;
  }

  function requireFillable(buffer) {
    if (!isBuffer(buffer)) {
      throw invalidArgType('buffer', ['TypedArray', 'DataView', 'ArrayBuffer', 'SharedArrayBuffer'], buffer);
    }
  }

  function randomFillSync(buffer, offset = 0, size) {
    requireFillable(buffer);
    requireInteger(offset, 'offset', 0, MAX_LENGTH);
    const room = buffer.byteLength - offset;
    if (size !== undefined) requireInteger(size, 'size', 0, room);
    return fill(buffer, offset, size ?? room);
  }

  function randomFill(buffer, ...rest) {
    requireFillable(buffer);
    const callback = rest.find((argument) => typeof argument === 'function');
    const [offset = 0, size = buffer.byteLength - offset] = rest.filter((argument) => argument !== callback);
    if (callback) {
      requireInteger(offset, 'offset', 0, buffer.byteLength);
      requireInteger(size, 'size', 0, buffer.byteLength - offset);
    }
    requireFunction(callback, 'callback');
    deliver(callback, () => fill(buffer, offset, size));
  }

  function randomBytes(size, callback) {
    requireInteger(size, 'size', 0, MAX_LENGTH);
    const buffer = Buffer.alloc(size);
    if (callback === undefined) return fill(buffer, 0, size);
    requireFunction(callback, 'callback');
    deliver(callback, () => fill(buffer, 0, size));
    return undefined;
  }

  /** A number below `range`, each as likely as the others. */
  function below(range) {
    const limit = RANDOM_MAX - (RANDOM_MAX % range);
    for (;;) {
      load('iocontext').requireHandler();
      const number = compute('random.bytes', 6).reduce((sum, byte) => sum * 256 + byte, 0);
      if (number < limit) return number % range;
    }
  }

  function randomInt(...args) {
    const callback = typeof args.at(-1) === 'function' ? args.pop() : undefined;
    const hasMin = args.length === 2;
    const [min, max] = hasMin ? args : [0, args[0]];
    if (hasMin) requireInteger(min, 'min');
    requireInteger(max, 'max');
    if (min >= max) throw outOfRange('min', 'min < max', min);
    const range = max - min;
    if (range > RANDOM_MAX) throw outOfRange(max ? 'max' : 'max - min', `<= ${RANDOM_MAX}`, range);
    if (callback === undefined) return min + below(range);
    deliver(callback, () => min + below(range));
    return undefined;
  }

  function randomUUID(options) {
    if (options !== undefined) {
      requireObject(options, 'options');
      const { disableEntropyCache } = options;
      if (disableEntropyCache !== undefined && typeof disableEntropyCache !== 'boolean') {
        throw invalidArgType('options.disableEntropyCache', 'boolean', disableEntropyCache);
      }
    }
    return crypto.randomUUID();
  }

  function numberBytes(value, name) {
    if (typeof value === 'bigint') {
      if (value < 0n) throw outOfRange(name, '>= 0', value);
      const hex = value.toString(16);
      return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
    }
    if (!isBuffer(value)) throw invalidArgType(name, NUMBER_TYPES, value);
    return bytesOf(value);
  }

  function primeArguments(size, options) {
    requireInteger(size, 'size', 1, INT32_MAX);
    requireObject(options, 'options');
    const { safe = false, bigint = false, add, rem } = options;
    for (const [name, value] of Object.entries({ safe, bigint })) {
      if (typeof value !== 'boolean') throw invalidArgType(`options.${name}`, 'boolean', value);
    }
    const args = [size, safe];
    const [divisor, remainder] = [
      add === undefined ? undefined : numberBytes(add, 'options.add'),
      rem === undefined ? undefined : numberBytes(rem, 'options.rem'),
    ];
    if (divisor !== undefined) {
      if (remainder === undefined || REMAINDERS[Number(toBigInt(divisor))] !== Number(toBigInt(remainder))) {
        throw new RangeError('Invalid values for add and rem');
      }
      args.push(divisor, remainder);
    }
    const shape = (bytes) => (bigint ? toBigInt(bytes) : bytes.buffer);
    return { args, shape };
  }

  function generatePrimeSync(size, options = {}) {
    const { args, shape } = primeArguments(size, options);
    return shape(compute('random.prime', ...args));
  }

  function generatePrime(size, options, callback) {
    const done = typeof options === 'function' ? options : callback;
    const { args, shape } = primeArguments(size, done === options ? {} : options);
    requireFunction(done, 'callback');
    deliver(done, async () => shape(await computeLater('random.prime', ...args)));
  }

  function checkArguments(candidate, options) {
    const bytes = numberBytes(candidate, 'candidate');
    requireObject(options, 'options');
    const { checks = 0 } = options;
    requireInteger(checks, 'options.checks', 0, INT32_MAX);
    return [bytes, checks];
  }

  function checkPrimeSync(candidate, options = {}) {
    return compute('random.isPrime', ...checkArguments(candidate, options));
  }

  function checkPrime(candidate, options, callback) {
    const done = typeof options === 'function' ? options : callback;
    const args = checkArguments(candidate, done === options ? {} : options);
    requireFunction(done, 'callback');
    deliver(done, () => compute('random.isPrime', ...args));
  }

  return {
    randomBytes,
    randomFillSync,
    randomFill,
    randomInt,
    randomUUID,
    generatePrime,
    generatePrimeSync,
    checkPrime,
    checkPrimeSync,
  };
})
