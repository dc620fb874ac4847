// Cipheriv and Decipheriv.
(function (host, load) {
  'use strict';
  const { compute, make } = load('crypto/compute');
  const { invalidArgType, invalidArgValue, requireObject } = load('node/errors');
  const { bytes, output, requireString, requireUint32, wrongKeyType } = load('node/crypto/inputs');
  const { isBuffer } = load('crypto/compute');
  const { makeStream, methods } = load('node/crypto/streaming');
  const { isKeyObject, secretBytes } = load('node/crypto/keys');
  const { isKey } = load('crypto/keys');

  const HANDLE = Symbol('cipher');
  const FULL_TAG = 16;

  // OpenSSL's number of each cipher, and what the JDK calls it.
  const CIPHERS = {};
  function add(name, jdk, mode, keyLength, ivLength, blockSize, nid, title = name.toUpperCase()) {
    CIPHERS[name] = { jdk, mode, keyLength, ivLength, blockSize, nid, title };
  }
  for (const [i, bits] of [128, 192, 256].entries()) {
    add(`aes-${bits}-cbc`, 'AES/CBC', 'cbc', bits / 8, 16, 16, 419 + 4 * i);
    add(`aes-${bits}-ctr`, 'AES/CTR', 'ctr', bits / 8, 16, 1, 904 + i);
    add(`aes-${bits}-ecb`, 'AES/ECB', 'ecb', bits / 8, 0, 16, 418 + 4 * i);
    add(`aes-${bits}-gcm`, 'AES/GCM', 'gcm', bits / 8, 12, 1, 895 + 3 * i, `id-aes${bits}-GCM`);
  }
  add('des-cbc', 'DES/CBC', 'cbc', 8, 8, 8, 31);
  add('des-ecb', 'DES/ECB', 'ecb', 8, 0, 8, 29);
  add('des-ede3-cbc', 'DESede/CBC', 'cbc', 24, 8, 8, 44);
  add('chacha20-poly1305', 'ChaCha20-Poly1305', 'stream', 32, 12, 1, 950, 'chacha20-poly1305');

  const isAuthenticated = ({ mode }) => mode === 'gcm' || mode === 'stream';

  function secretOf(key) {
    if (isKeyObject(key) || isKey(key)) {
      if (key.type !== 'secret') throw wrongKeyType(key.type, 'secret');
      return secretBytes(key);
    }
    return bytes(key, 'key', undefined, ['string', 'Buffer', 'TypedArray', 'DataView', 'KeyObject', 'CryptoKey']);
  }

  function start(encrypt, algorithm, key, iv, options) {
    requireString(algorithm, 'algorithm');
    const secret = secretOf(key);
    const vector =
      iv === null ? new Uint8Array() : bytes(iv, 'iv', undefined, ['string', 'Buffer', 'TypedArray', 'DataView', 'null']);
    const tagLength = options.authTagLength ?? options.authLengthTag;
    if (tagLength !== undefined) requireUint32(tagLength, 'options.authTagLength');
    const cipher = CIPHERS[algorithm.toLowerCase()];
    if (!cipher) throw new Error(`Unknown or unsupported cipher: ${algorithm}`);
    const anyLength = cipher.mode === 'gcm' && vector.length > 0;
    if (vector.length !== cipher.ivLength && !anyLength && (cipher.ivLength > 0 || vector.length > 0)) {
      throw new Error('Invalid initialization vector');
    }
    if (tagLength !== undefined && cipher.mode === 'gcm' && !isTagLength(tagLength)) {
      throw new Error('Invalid authentication tag length');
    }
    if (secret.length !== cipher.keyLength) throw new Error('Invalid key length');
    return { run: make('cipher.start', encrypt, cipher.jdk, secret, vector), cipher, tagLength, ended: false };
  }

  const isTagLength = (length) => length === 4 || length === 8 || (length >= 12 && length <= FULL_TAG);

  function running(instance) {
    const handle = instance[HANDLE];
    if (handle.ended) throw new Error('Cipher/decipher context has already been finalized');
    return handle;
  }

  const shared = {
    update(data, inputEncoding, outputEncoding) {
      if (typeof data === 'string' && inputEncoding === undefined) {
        throw invalidArgValue(
          'inputEncoding',
          inputEncoding,
          'If inputEncoding is not provided then the data must be a Buffer'
        );
      }
      if (typeof data !== 'string' && !isBuffer(data)) {
        throw invalidArgType('data', ['string', 'Buffer', 'TypedArray', 'DataView'], data);
      }
      return output(compute('cipher.update', running(this).run, bytes(data, 'data', inputEncoding)), outputEncoding);
    },
    final(outputEncoding) {
      const handle = running(this);
      const rest = compute('cipher.finish', handle.run);
      handle.ended = true;
      return output(rest, outputEncoding);
    },
    setAAD(data, options = {}) {
      requireObject(options, 'options');
      const handle = running(this);
      if (!isAuthenticated(handle.cipher)) throw new Error('Cipher does not support authenticated mode');
      compute('cipher.addData', handle.run, bytes(data, 'buffer', options.encoding));
      return this;
    },
    setAutoPadding(autoPadding) {
      compute('cipher.setPadding', running(this).run, Boolean(autoPadding));
      return this;
    },
    _transform(chunk, encoding, callback) {
      this.push(this.update(chunk, encoding));
      callback();
    },
    _flush(callback) {
      try {
        this.push(this.final());
      } catch (error) {
        callback(error);
        return;
      }
      callback();
    },
  };

  function Cipheriv(algorithm, key, iv, options = {}) {
    if (!(this instanceof Cipheriv)) return new Cipheriv(algorithm, key, iv, options);
    this[HANDLE] = start(true, algorithm, key, iv, options);
    beCipher(this, options);
  }
  methods(Cipheriv, {
    ...shared,
    getAuthTag() {
      const { run, cipher, tagLength = FULL_TAG, ended } = this[HANDLE];
      if (!ended) throw new Error('Auth tag is only available once cipher context has been finalized');
      if (!isAuthenticated(cipher)) return output(new Uint8Array());
      return output(compute('cipher.tag', run).slice(0, tagLength));
    },
  });
  const beCipher = makeStream(Cipheriv, 'Transform');

  function Decipheriv(algorithm, key, iv, options = {}) {
    if (!(this instanceof Decipheriv)) return new Decipheriv(algorithm, key, iv, options);
    this[HANDLE] = start(false, algorithm, key, iv, options);
    beDecipher(this, options);
  }
  methods(Decipheriv, {
    ...shared,
    setAuthTag(tag, encoding) {
      const handle = running(this);
      if (!isAuthenticated(handle.cipher)) throw new Error('Cipher does not support authenticated mode');
      if (handle.hasTag) throw new Error('Auth tag is already set');
      const expected = bytes(tag, 'buffer', encoding);
      const wanted = handle.tagLength ?? (handle.cipher.mode === 'gcm' ? expected.length : FULL_TAG);
      if (expected.length !== wanted || !isTagLength(expected.length)) {
        throw new Error('Invalid authentication tag length');
      }
      handle.hasTag = true;
      compute('cipher.expectTag', handle.run, expected);
      return this;
    },
  });
  const beDecipher = makeStream(Decipheriv, 'Transform');

  function getCipherInfo(nameOrId, options = {}) {
    if (typeof nameOrId !== 'string' && typeof nameOrId !== 'number') {
      throw invalidArgType('nameOrId', ['string', 'number'], nameOrId);
    }
    requireObject(options, 'options');
    const cipher =
      typeof nameOrId === 'number'
        ? Object.values(CIPHERS).find(({ nid }) => nid === nameOrId)
        : CIPHERS[nameOrId.toLowerCase()];
    if (!cipher) return undefined;
    const { title: name, nid, blockSize, keyLength, mode } = cipher;
    if (options.keyLength !== undefined && options.keyLength !== keyLength) return undefined;
    const isFree = mode === 'gcm';
    if (options.ivLength !== undefined && !isFree && options.ivLength !== cipher.ivLength) return undefined;
    return { name, nid, blockSize, ivLength: options.ivLength ?? cipher.ivLength, keyLength, mode };
  }

  return {
    Cipheriv,
    Decipheriv,
    createCipheriv: (algorithm, key, iv, options) => new Cipheriv(algorithm, key, iv, options),
    createDecipheriv: (algorithm, key, iv, options) => new Decipheriv(algorithm, key, iv, options),
    getCipherInfo,
    getCiphers: () => Object.keys(CIPHERS),
  };
})
