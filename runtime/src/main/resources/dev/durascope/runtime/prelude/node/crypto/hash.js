// Hash, Hmac, and their functions.
(function (host, load) {
  'use strict';
  const { compute, make } = load('crypto/compute');
  const { coded, invalidArgType } = load('node/errors');
  const { Buffer } = load('node/buffer');
  const { HASHES, hashNamed, bytes, output, requireString, requireUint32, wrongKeyType } =
    load('node/crypto/inputs');
  const { makeStream, methods } = load('node/crypto/streaming');
  const { isKeyObject, secretBytes } = load('node/crypto/keys');
  const { isKey } = load('crypto/keys');

  const RUNNING = Symbol('running');
  const ENDED = Symbol('ended');

  function digestNamed(name) {
    const hash = hashNamed(name);
    if (!hash) throw new Error('Digest method not supported');
    return hash;
  }

  const finalized = () => coded(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');

  function Hash(algorithm, options) {
    if (!(this instanceof Hash)) return new Hash(algorithm, options);
    const length = typeof options === 'object' && options !== null ? options.outputLength : undefined;
    if (length !== undefined) requireUint32(length, 'options.outputLength');
    if (algorithm instanceof Hash) {
      this[RUNNING] = make('hash.copy', algorithm[RUNNING]);
    } else {
      requireString(algorithm, 'algorithm');
      const hash = digestNamed(algorithm);
      if (length !== undefined && length !== hash.size) throw new Error('invalid digest size');
      this[RUNNING] = make('hash.start', hash.name);
    }
    this[ENDED] = false;
    beHash(this, options);
  }

  const shared = {
    update(data, encoding) {
      if (this[ENDED]) throw finalized();
      if (typeof data !== 'string' && !ArrayBuffer.isView(data)) {
        throw invalidArgType('data', ['string', 'Buffer', 'TypedArray', 'DataView'], data);
      }
      compute('hash.update', this[RUNNING], bytes(data, 'data', encoding));
      return this;
    },
    _transform(chunk, encoding, callback) {
      compute('hash.update', this[RUNNING], bytes(chunk, 'chunk', encoding));
      callback();
    },
    _flush(callback) {
      this.push(output(compute('hash.finish', this[RUNNING])));
      callback();
    },
  };

  methods(Hash, {
    ...shared,
    copy(options) {
      if (this[ENDED]) throw finalized();
      return new Hash(this, options);
    },
    digest(encoding) {
      if (this[ENDED]) throw finalized();
      this[ENDED] = true;
      return output(compute('hash.finish', this[RUNNING]), encoding);
    },
  });
  const beHash = makeStream(Hash, 'Transform');

  const KEY_TYPES = ['ArrayBuffer', 'Buffer', 'ArrayBufferView', 'string', 'KeyObject', 'CryptoKey'];

  function hmacKey(key, encoding) {
    if (isKeyObject(key) || isKey(key)) {
      if (key.type !== 'secret') throw wrongKeyType(key.type, 'secret');
      return secretBytes(key);
    }
    return bytes(key, 'key', encoding, KEY_TYPES);
  }

  function Hmac(hmac, key, options) {
    if (!(this instanceof Hmac)) return new Hmac(hmac, key, options);
    requireString(hmac, 'hmac');
    const encoding = options?.encoding;
    if (encoding != null) requireString(encoding, 'options.encoding');
    const secret = hmacKey(key, encoding ?? undefined);
    this[RUNNING] = make('hash.startHmac', digestNamed(hmac).name, secret);
    this[ENDED] = false;
    beHmac(this, options);
  }
  methods(Hmac, {
    ...shared,
    digest(encoding) {
      if (this[ENDED]) return !encoding || encoding === 'buffer' ? Buffer.from('') : '';
      this[ENDED] = true;
      return output(compute('hash.finish', this[RUNNING]), encoding);
    },
  });
  const beHmac = makeStream(Hmac, 'Transform');

  function hash(algorithm, data, outputEncoding = 'hex') {
    requireString(algorithm, 'algorithm');
    requireString(outputEncoding, 'outputEncoding');
    if (typeof data !== 'string' && !ArrayBuffer.isView(data)) {
      throw invalidArgType('data', ['string', 'Buffer', 'TypedArray', 'DataView'], data);
    }
    return new Hash(algorithm).update(data).digest(outputEncoding);
  }

  const SPELLED = { 'rsa-': 'RSA-', 'dsa-': 'DSA-' };
  const listed = Object.keys(HASHES)
    .filter((name) => name !== 'sha512-256')
    .map((name) =>
      name === 'ecdsa-with-sha1'
        ? 'ecdsa-with-SHA1'
        : name.replace(/^(rsa-|dsa-)(.*)/, (_, prefix, rest) => SPELLED[prefix] + rest.toUpperCase())
    );

  return {
    Hash,
    Hmac,
    createHash: (algorithm, options) => new Hash(algorithm, options),
    createHmac: (hmac, key, options) => new Hmac(hmac, key, options),
    getHashes: () => [...listed],
    hash,
  };
})
