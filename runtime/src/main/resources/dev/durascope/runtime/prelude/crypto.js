// crypto: random values, digests, HMAC and AES. What else Web Crypto has is named when it is asked
// for, and refused.
(function (host, load) {
  'use strict';
  const { expose } = load('webidl');
  const { fromJava } = load('body');

  const MAX_RANDOM_BYTES = 65536;
  const DIGESTS = { 'SHA-1': 64, 'SHA-256': 64, 'SHA-384': 128, 'SHA-512': 128, MD5: 64 }; // name → block bytes
  const SECRET = Symbol('CryptoKey');

  let materialOf;

  class CryptoKey {
    #material;
    #parts;

    constructor(secret, material, parts) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
      this.#material = material;
      this.#parts = parts;
    }
    get type() {
      return 'secret';
    }
    get extractable() {
      return this.#parts.extractable;
    }
    get algorithm() {
      return this.#parts.algorithm;
    }
    get usages() {
      return this.#parts.usages;
    }

    static {
      materialOf = (key) => {
        if (typeof key !== 'object' || key === null || !(#material in key)) {
          throw new TypeError("The key is not of type 'CryptoKey'.");
        }
        return key.#material;
      };
    }
  }
  expose(CryptoKey);

  function bytesOf(source, what) {
    if (source instanceof ArrayBuffer) return new Uint8Array(source).slice();
    if (ArrayBuffer.isView(source)) {
      return new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice();
    }
    throw new TypeError(`${what} is not of type 'ArrayBuffer or ArrayBufferView'.`);
  }

  function normalize(algorithm) {
    const parts = typeof algorithm === 'string' ? { name: algorithm } : { ...algorithm };
    if (typeof parts.name !== 'string') {
      throw new TypeError("Missing field 'name' in the algorithm.");
    }
    parts.name = parts.name.toUpperCase();
    return parts;
  }

  function unsupported(what) {
    return new DOMException(
      `${what} is not available in this version of Durascope`,
      'NotSupportedError'
    );
  }

  function hashName(hash) {
    const { name } = normalize(hash ?? '');
    if (!(name in DIGESTS)) throw unsupported(`The hash algorithm "${name}"`);
    return name;
  }

  function access(key, usage, name) {
    if (key.algorithm.name !== name) {
      throw new DOMException(
        `The key's algorithm is "${key.algorithm.name}", not "${name}".`,
        'InvalidAccessError'
      );
    }
    if (!key.usages.includes(usage)) {
      throw new DOMException(`The key may not be used to "${usage}".`, 'InvalidAccessError');
    }
  }

  function call(fn, ...arrays) {
    return fn(...arrays.flatMap((a) => (a instanceof Uint8Array ? [a.buffer, a.byteOffset, a.length] : [a])));
  }

  /** Encrypts or decrypts by an AES mode. */
  function aes(isEncryption, algorithm, key, data) {
    const { name, iv, additionalData, tagLength = 128 } = normalize(algorithm);
    if (name !== 'AES-GCM' && name !== 'AES-CBC') throw unsupported(`The algorithm "${name}"`);
    const material = materialOf(key);
    access(key, isEncryption ? 'encrypt' : 'decrypt', name);
    const vector = bytesOf(iv, "The algorithm's iv");
    if (name === 'AES-CBC') {
      return call(host.crypto.aesCbc, isEncryption, material, vector, bytesOf(data, 'The data'));
    }
    if (![32, 64, 96, 104, 112, 120, 128].includes(tagLength)) {
      throw new DOMException(`Invalid AES-GCM tag length ${tagLength}.`, 'OperationError');
    }
    const extra = additionalData === undefined ? new Uint8Array() : bytesOf(additionalData, 'additionalData');
    return call(host.crypto.aesGcm, isEncryption, tagLength, material, vector, extra, bytesOf(data, 'The data'));
  }

  function hmac(algorithm, key, data) {
    const material = materialOf(key);
    return fromJava(call(host.crypto.hmac, key.algorithm.hash.name, material, bytesOf(data, 'The data')));
  }

  function makeKey(material, algorithm, extractable, usages, allowed) {
    const list = [...usages];
    const wrong = list.find((usage) => !allowed.includes(usage));
    if (wrong !== undefined) {
      throw new DOMException(`A key for "${algorithm.name}" cannot be used to "${wrong}".`, 'SyntaxError');
    }
    if (list.length === 0) {
      throw new DOMException('A secret key must have at least one usage.', 'SyntaxError');
    }
    return new CryptoKey(SECRET, material, { algorithm, extractable: Boolean(extractable), usages: list });
  }

  function keyOf(material, algorithm, extractable, usages) {
    const { name, hash } = normalize(algorithm);
    if (name === 'HMAC') {
      const parts = { name, hash: { name: hashName(hash) }, length: material.length * 8 };
      return makeKey(material, parts, extractable, usages, ['sign', 'verify']);
    }
    if (name === 'AES-GCM' || name === 'AES-CBC') {
      if (![16, 24, 32].includes(material.length)) {
        throw new DOMException(
          `Imported AES key length must be 128, 192, or 256 bits but provided ${material.length * 8}.`,
          'DataError'
        );
      }
      const allowed = ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey'];
      return makeKey(material, { name, length: material.length * 8 }, extractable, usages, allowed);
    }
    throw unsupported(`The algorithm "${name}"`);
  }

  class SubtleCrypto {
    constructor(secret) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
    }

    async digest(algorithm, data) {
      const name = hashName(algorithm);
      return fromJava(call(host.crypto.digest, name, bytesOf(data, 'The data'))).buffer;
    }

    async importKey(format, data, algorithm, extractable, usages) {
      const parts = normalize(algorithm);
      if (format === 'raw') return keyOf(bytesOf(data, 'The key data'), parts, extractable, usages);
      if (format === 'jwk' && data?.kty === 'oct') {
        const material = Uint8Array.fromBase64(data.k, { alphabet: 'base64url' });
        return keyOf(material, parts, extractable, usages);
      }
      throw unsupported(`Importing a key of "${parts.name}" in the format "${format}"`);
    }

    async exportKey(format, key) {
      const material = materialOf(key);
      if (!key.extractable) {
        throw new DOMException('Attempt to export a non-extractable key.', 'InvalidAccessError');
      }
      if (format === 'raw') return material.slice().buffer;
      if (format === 'jwk') {
        const k = material.toBase64({ alphabet: 'base64url', omitPadding: true });
        return { kty: 'oct', k, ext: true, key_ops: [...key.usages], alg: jwkAlgorithm(key.algorithm) };
      }
      throw unsupported(`Exporting a key in the format "${format}"`);
    }

    async generateKey(algorithm, extractable, usages) {
      const { name, length, hash } = normalize(algorithm);
      let bytes;
      if (name === 'HMAC') bytes = length === undefined ? DIGESTS[hashName(hash)] : length / 8;
      else if (name === 'AES-GCM' || name === 'AES-CBC') bytes = length / 8;
      else throw unsupported(`Generating a key for "${name}"`);
      return keyOf(fromJava(host.crypto.random(bytes)), algorithm, extractable, usages);
    }

    async sign(algorithm, key, data) {
      const { name } = normalize(algorithm);
      if (name !== 'HMAC') throw unsupported(`Signing with "${name}"`);
      access(key, 'sign', name);
      return hmac(algorithm, key, data).buffer;
    }

    async verify(algorithm, key, signature, data) {
      const { name } = normalize(algorithm);
      if (name !== 'HMAC') throw unsupported(`Verifying with "${name}"`);
      access(key, 'verify', name);
      const expected = hmac(algorithm, key, data);
      return call(host.crypto.equal, expected, bytesOf(signature, 'The signature'));
    }

    async encrypt(algorithm, key, data) {
      return fromJava(aes(true, algorithm, key, data)).buffer;
    }

    async decrypt(algorithm, key, data) {
      return fromJava(aes(false, algorithm, key, data)).buffer;
    }

    timingSafeEqual(a, b) {
      const [first, second] = [bytesOf(a, 'The first argument'), bytesOf(b, 'The second argument')];
      if (first.length !== second.length) {
        throw new TypeError('Input buffers must have the same byte length.');
      }
      return call(host.crypto.equal, first, second);
    }
  }
  for (const name of ['deriveBits', 'deriveKey', 'wrapKey', 'unwrapKey']) {
    SubtleCrypto.prototype[name] = {
      async [name]() {
        throw unsupported(`crypto.subtle.${name}()`);
      },
    }[name];
  }
  expose(SubtleCrypto);

  function jwkAlgorithm({ name, hash, length }) {
    return name === 'HMAC' ? `HS${hash.name.slice('SHA-'.length)}` : `A${length}${name.slice('AES-'.length)}`;
  }

  class Crypto {
    #subtle = new SubtleCrypto(SECRET);

    constructor(secret) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
    }

    get subtle() {
      return this.#subtle;
    }

    getRandomValues(array) {
      if (!ArrayBuffer.isView(array) || array instanceof DataView || /Float/.test(array[Symbol.toStringTag])) {
        throw new DOMException(
          'The data in the buffer must be an integer typed array.',
          'TypeMismatchError'
        );
      }
      if (array.byteLength > MAX_RANDOM_BYTES) {
        throw new DOMException(
          `getRandomValues() only accepts buffers of size <= 64K but provided ${array.byteLength} bytes.`,
          'QuotaExceededError'
        );
      }
      const bytes = fromJava(host.crypto.random(array.byteLength));
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(bytes);
      return array;
    }

    randomUUID() {
      return host.crypto.uuid();
    }

    get DigestStream() {
      return load('missing').DigestStream;
    }
  }
  expose(Crypto);

  return { crypto: new Crypto(SECRET), Crypto, SubtleCrypto, CryptoKey };
})
