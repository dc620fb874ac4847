// pbkdf2, scrypt and hkdf. The functions that take a callback compute beside the isolate.
(function (host, load) {
  'use strict';
  const { compute, computeLater } = load('crypto/compute');
  const { invalidArgValue, outOfRange, requireFunction } = load('node/errors');
  const { MAX_LENGTH, INT32_MAX, hashNamed, bytes, output, requireInteger, requireUint32, requireString, deliver } =
    load('node/crypto/inputs');
  const { checkIterations } = load('crypto/derivation');
  const { isKeyObject, secretBytes } = load('node/crypto/keys');

  const MAX_BLOCKS = 255;
  const MAX_INFO_BYTES = 1024;
  const SCRYPT = { N: 16384, r: 8, p: 1, maxmem: 32 << 20 };
  const SCRYPT_NAMES = { N: 'cost', r: 'blockSize', p: 'parallelization' };

  function pbkdf2Arguments(password, salt, iterations, keylen, digest) {
    requireString(digest, 'digest');
    const secret = bytes(password, 'password');
    const grain = bytes(salt, 'salt');
    requireInteger(iterations, 'iterations', 1, INT32_MAX);
    requireInteger(keylen, 'keylen', 0, INT32_MAX);
    return () => {
      const hash = hashNamed(digest);
      if (!hash) throw new TypeError(`Invalid Pbkdf2 digest: ${digest}.`);
      checkIterations(iterations);
      if (keylen > MAX_BLOCKS * hash.size) {
        throw new RangeError('Pbkdf2 failed: derived key length exceeds maximum for this hash');
      }
      return ['derive.pbkdf2', hash.name, secret, grain, iterations, keylen];
    };
  }

  function pbkdf2Sync(password, salt, iterations, keylen, digest) {
    return output(compute(...pbkdf2Arguments(password, salt, iterations, keylen, digest)()));
  }

  function pbkdf2(password, salt, iterations, keylen, digest, callback) {
    if (typeof digest === 'function') requireString(undefined, 'digest');
    requireFunction(callback, 'callback');
    const args = pbkdf2Arguments(password, salt, iterations, keylen, digest);
    deliver(callback, async () => output(await computeLater(...args())));
  }

  function scryptCost(options) {
    const cost = { ...SCRYPT };
    for (const [short, long] of Object.entries(SCRYPT_NAMES)) {
      if (options[short] !== undefined) {
        requireUint32(options[short], short);
        cost[short] = options[short];
      }
      if (options[long] !== undefined) {
        if (options[short] !== undefined) throw invalidArgValue(long, options[long]);
        requireUint32(options[long], long);
        cost[short] = options[long];
      }
    }
    if (options.maxmem !== undefined) {
      requireInteger(options.maxmem, 'maxmem', 0);
      cost.maxmem = options.maxmem;
    }
    for (const name of Object.keys(SCRYPT)) cost[name] ||= SCRYPT[name];
    return cost;
  }

  function scryptArguments(password, salt, keylen, options) {
    const secret = bytes(password, 'password');
    const grain = bytes(salt, 'salt');
    requireInteger(keylen, 'keylen', 0, MAX_LENGTH);
    const { N, r, p, maxmem } = scryptCost(options ?? {});
    return () => {
      const isPower = N > 1 && Number.isInteger(Math.log2(N));
      if (!isPower || r * p >= 2 ** 30 || 128 * r * (N + p + 1) > maxmem) throw new Error('Scrypt failed');
      return ['derive.scrypt', secret, grain, N, r, p, keylen];
    };
  }

  function scryptSync(password, salt, keylen, options) {
    return output(compute(...scryptArguments(password, salt, keylen, options)()));
  }

  function scrypt(password, salt, keylen, options, callback) {
    const done = callback ?? options;
    const args = scryptArguments(password, salt, keylen, callback === undefined ? {} : options);
    requireFunction(done, 'callback');
    deliver(done, async () => output(await computeLater(...args())));
  }

  function hkdfArguments(digest, ikm, salt, info, length) {
    requireString(digest, 'digest');
    const types = ['string', 'SecretKeyObject', 'ArrayBuffer', 'TypedArray', 'DataView', 'Buffer'];
    const secret = isKeyObject(ikm) ? secretBytes(ikm) : bytes(ikm, 'ikm', undefined, types);
    const grain = bytes(salt, 'salt', undefined, ['string', 'ArrayBuffer', 'TypedArray', 'DataView', 'Buffer']);
    const extra = bytes(info, 'info', undefined, ['string', 'ArrayBuffer', 'TypedArray', 'DataView', 'Buffer']);
    requireInteger(length, 'length', 0, MAX_LENGTH);
    if (extra.length > MAX_INFO_BYTES) {
      throw outOfRange('info', 'must not contain more than 1024 bytes', extra.length);
    }
    return () => {
      const hash = hashNamed(digest);
      if (!hash) throw new TypeError(`Invalid Hkdf digest: ${digest}`);
      if (length > MAX_BLOCKS * hash.size) throw new RangeError('Invalid Hkdf key length');
      return compute('derive.hkdf', hash.name, secret, grain, extra, length).buffer;
    };
  }

  function hkdf(digest, ikm, salt, info, length, callback) {
    const derive = hkdfArguments(digest, ikm, salt, info, length);
    requireFunction(callback, 'callback');
    deliver(callback, derive);
  }

  return {
    pbkdf2,
    pbkdf2Sync,
    scrypt,
    scryptSync,
    hkdf,
    hkdfSync: (...args) => hkdfArguments(...args)(),
  };
})
