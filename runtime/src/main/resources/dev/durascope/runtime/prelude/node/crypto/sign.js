// Sign, Verify, and their functions.
(function (host, load) {
  'use strict';
  const { compute } = load('crypto/compute');
  const { coded, invalidArgType, invalidArgValue } = load('node/errors');
  const { Buffer } = load('node/buffer');
  const { hashNamed, bytes, output, requireString, deliver } = load('node/crypto/inputs');
  const { makeStream, methods } = load('node/crypto/streaming');
  const { privateMaterial, publicMaterial } = load('node/crypto/keys');

  const PSS_PADDING = 6;
  const NO_SALT = -1;
  const SALT_AS_DIGEST = -1;
  const DATA_TYPES = ['Buffer', 'TypedArray', 'DataView'];

  const PARTS = Symbol('parts');
  const HASH = Symbol('hash');

  function intOption(options, name) {
    const value = options[name];
    if (value === undefined || value === value >> 0) return value;
    throw invalidArgValue(`options.${name}`, value);
  }

  /** How a signature is written and padded, by the options that come with a key. */
  function manner(options) {
    const { dsaEncoding = 'der' } = typeof options === 'object' ? options : {};
    if (dsaEncoding !== 'der' && dsaEncoding !== 'ieee-p1363') {
      throw invalidArgValue('options.dsaEncoding', dsaEncoding);
    }
    return {
      isPss: intOption(options, 'padding') === PSS_PADDING,
      salt: intOption(options, 'saltLength'),
      scheme: dsaEncoding === 'der' ? 'der' : 'p1363',
    };
  }

  function largestSalt(key, hash) {
    return Math.ceil((compute('rsa.bits', key) - 1) / 8) - hash.size - 2;
  }

  function requireHash(hash) {
    if (!hash) throw new Error('Failed to initialize signing context');
    return hash;
  }

  function signWith(key, hash, data, { isPss, salt, scheme }) {
    const kind = compute('key.kind', key);
    if (kind === 'ed25519') return compute('ed.sign', key, data);
    if (kind === 'x25519') throw new Error('Failed to initialize signing context');
    const { name } = requireHash(hash);
    if (kind !== 'rsa') return compute('ec.sign', scheme, name, key, data);
    if (!isPss) return compute('rsa.sign', name, NO_SALT, key, data);
    const length = salt === SALT_AS_DIGEST ? hash.size : salt === undefined || salt < 0 ? largestSalt(key, hash) : salt;
    return compute('rsa.sign', name, length, key, data);
  }

  function verifyWith(key, hash, signature, data, { isPss, salt, scheme }) {
    const kind = compute('key.kind', key);
    if (kind === 'ed25519') return compute('ed.verify', key, signature, data);
    if (kind === 'x25519') throw new Error('Failed to initialize verification context');
    const { name } = requireHash(hash);
    if (kind !== 'rsa') return compute('ec.verify', scheme, name, key, signature, data);
    if (!isPss) return compute('rsa.verify', name, NO_SALT, key, signature, data);
    if (salt === SALT_AS_DIGEST) return compute('rsa.verify', name, hash.size, key, signature, data);
    if (salt !== undefined && salt >= 0) return compute('rsa.verify', name, salt, key, signature, data);
    // Any salt: the usual ones first.
    const largest = largestSalt(key, hash);
    const lengths = new Set([largest, hash.size, ...Array(largest + 1).keys()]);
    return [...lengths].some((length) => compute('rsa.verify', name, length, key, signature, data));
  }

  function digestNamed(algorithm) {
    requireString(algorithm, 'algorithm');
    const hash = hashNamed(algorithm);
    if (!hash) throw new Error(`Unknown digest: ${algorithm}`);
    return hash;
  }

  const keyRequired = () => coded(Error, 'ERR_CRYPTO_SIGN_KEY_REQUIRED', 'No key provided to sign');

  const shared = {
    update(data, encoding) {
      if (typeof data !== 'string' && !ArrayBuffer.isView(data)) {
        throw invalidArgType('data', ['string', ...DATA_TYPES], data);
      }
      if (this[PARTS] === null) throw new Error('Signing context has already been finalized');
      this[PARTS].push(bytes(data, 'data', encoding).slice());
      return this;
    },
    _write(chunk, encoding, callback) {
      this.update(chunk, encoding);
      callback();
    },
  };

  function take(instance, what) {
    const parts = instance[PARTS];
    if (parts === null) throw new Error(`${what} context has already been finalized`);
    instance[PARTS] = null;
    return Buffer.concat(parts);
  }

  function Sign(algorithm, options) {
    if (!(this instanceof Sign)) return new Sign(algorithm, options);
    this[HASH] = digestNamed(algorithm);
    this[PARTS] = [];
    beSign(this, options);
  }
  methods(Sign, {
    ...shared,
    sign(options, encoding) {
      if (!options) throw keyRequired();
      const key = privateMaterial(options);
      const how = manner(options);
      return output(signWith(key, this[HASH], take(this, 'Signing'), how), encoding);
    },
  });
  const beSign = makeStream(Sign, 'Writable');

  function Verify(algorithm, options) {
    if (!(this instanceof Verify)) return new Verify(algorithm, options);
    this[HASH] = digestNamed(algorithm);
    this[PARTS] = [];
    beVerify(this, options);
  }
  methods(Verify, {
    ...shared,
    verify(options, signature, encoding = 'utf8') {
      if (!options) throw keyRequired();
      const key = publicMaterial(options);
      const how = manner(options);
      const signed = bytes(signature, 'signature', encoding);
      return verifyWith(key, this[HASH], signed, take(this, 'Verification'), how);
    },
  });
  const beVerify = makeStream(Verify, 'Writable');

  function requireView(value, name) {
    if (!ArrayBuffer.isView(value)) throw invalidArgType(name, DATA_TYPES, value);
    return bytes(value, name);
  }

  function sign(algorithm, data, options, callback) {
    if (algorithm != null) requireString(algorithm, 'algorithm');
    const message = requireView(data, 'data');
    if (!options) throw keyRequired();
    const key = privateMaterial(options);
    const how = manner(options);
    const compose = () => output(signWith(key, algorithm == null ? undefined : digestNamed(algorithm), message, how));
    if (callback === undefined) return compose();
    return deliver(callback, compose);
  }

  function verify(algorithm, data, options, signature, callback) {
    if (algorithm != null) requireString(algorithm, 'algorithm');
    const message = requireView(data, 'data');
    const signed = requireView(signature, 'signature');
    if (!options) throw keyRequired();
    const key = publicMaterial(options);
    const how = manner(options);
    const check = () =>
      verifyWith(key, algorithm == null ? undefined : digestNamed(algorithm), signed, message, how);
    if (callback === undefined) return check();
    return deliver(callback, check);
  }

  return {
    createSign: (algorithm, options) => new Sign(algorithm, options),
    createVerify: (algorithm, options) => new Verify(algorithm, options),
    sign,
    verify,
    Sign,
    Verify,
  };
})
