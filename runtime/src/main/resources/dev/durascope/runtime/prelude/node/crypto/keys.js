// KeyObject and its kinds, and the ways to make them: of bytes, PEM, JSON Web Keys, CryptoKeys, or new.
(function (host, load) {
  'use strict';
  const { compute, make, makeLater } = load('crypto/compute');
  const { coded, invalidArgType, requireFunction, requireObject } = load('node/errors');
  const { Buffer } = load('node/buffer');
  const { bytes, output, requireInteger, requireUint32, requireOneOf, requireString, deliver } =
    load('node/crypto/inputs');
  const { isBuffer } = load('crypto/compute');
  const { isKey, materialOf } = load('crypto/keys');
  const formats = load('node/crypto/formats');

  const STATE = Symbol('KeyObject'); // {type, material, extractable}
  const CURVES = { 'P-256': 'prime256v1', 'P-384': 'secp384r1', 'P-521': 'secp521r1' };
  const CURVE_NAMES = {
    'P-256': 'P-256',
    prime256v1: 'P-256',
    secp256r1: 'P-256',
    'P-384': 'P-384',
    secp384r1: 'P-384',
    'P-521': 'P-521',
    secp521r1: 'P-521',
  };
  const DATA_TYPES = ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView', 'string', 'object'];
  const MAX_RSA_BITS = 16384;

  const isKeyObject = (value) => typeof value === 'object' && value !== null && STATE in value;

  class KeyObject {
    constructor() {
      throw new Error('Illegal constructor');
    }

    static from(key) {
      if (!isKey(key)) throw invalidArgType('key', 'CryptoKey', key);
      return wrap({ type: key.type, material: materialOf(key), extractable: key.extractable });
    }

    get type() {
      return this[STATE].type;
    }

    export(options = {}) {
      requireObject(options, 'options');
      return exportKey(this[STATE], options);
    }

    equals(other) {
      if (this === other) return true;
      if (!isKeyObject(other)) throw invalidArgType('otherKeyObject', 'KeyObject', other);
      const [mine, theirs] = [this[STATE], other[STATE]];
      if (mine.type !== theirs.type) return false;
      return mine.type === 'secret'
        ? compute('random.equal', mine.material, theirs.material)
        : compute('key.equals', mine.material, theirs.material);
    }

    get [Symbol.toStringTag]() {
      return 'KeyObject';
    }
  }

  class SecretKeyObject extends KeyObject {
    get symmetricKeySize() {
      return this[STATE].material.length;
    }
  }

  class AsymmetricKeyObject extends KeyObject {
    get asymmetricKeyType() {
      const kind = compute('key.kind', this[STATE].material);
      return kind in CURVES ? 'ec' : kind;
    }

    get asymmetricKeyDetails() {
      const { material } = this[STATE];
      const kind = compute('key.kind', material);
      if (kind in CURVES) return { namedCurve: CURVES[kind] };
      if (kind !== 'rsa') return {};
      const publicExponent = BigInt(`0x${compute('rsa.numbers', material)[1].toHex()}`);
      return { modulusLength: compute('rsa.bits', material), publicExponent };
    }

    toCryptoKey() {
      throw coded(Error, 'ERR_METHOD_NOT_IMPLEMENTED', 'The toCryptoKey method is not implemented');
    }
  }
  class PublicKeyObject extends AsymmetricKeyObject {}
  class PrivateKeyObject extends AsymmetricKeyObject {}

  const CLASSES = { secret: SecretKeyObject, public: PublicKeyObject, private: PrivateKeyObject };

  function wrap({ type, material, extractable = true }) {
    const key = Object.create(CLASSES[type].prototype);
    Object.defineProperty(key, STATE, { value: { type, material, extractable } });
    return key;
  }

  /** What a KeyObject or a CryptoKey holds, as `{type, material}`. */
  function stateOf(key) {
    return isKeyObject(key) ? key[STATE] : { type: key.type, material: materialOf(key) };
  }

  /** A copy of a secret key's bytes. */
  function secretBytes(key) {
    return stateOf(key).material.slice();
  }

  function exportKey({ type, material, extractable }, options) {
    const { format = 'buffer', type: encoding, cipher } = options;
    requireString(format, 'options.format');
    if (encoding !== undefined) requireString(encoding, 'options.type');
    let { passphrase } = options;
    if (type === 'private' && cipher !== undefined) {
      requireString(cipher, 'options.cipher');
      if (typeof passphrase === 'string') passphrase = Buffer.from(passphrase, options.encoding);
      if (!(passphrase instanceof Uint8Array)) {
        throw invalidArgType('options.passphrase', ['string', 'Uint8Array'], passphrase);
      }
    }
    if (!extractable) throw new TypeError('Unable to export non-extractable key');
    if (format === 'jwk') return formats.toJwk(type, material);
    if (type === 'secret') {
      if (format !== 'buffer') throw new TypeError(`Invalid format for secret key export: ${format}`);
      return output(material.slice());
    }
    if (encoding === undefined) throw new TypeError('Missing type option');
    const data = formats.write(type, material, { format, encoding, cipher, passphrase });
    return typeof data === 'string' ? data : output(data);
  }

  function createSecretKey(key, encoding) {
    if (typeof key !== 'string' && !isBuffer(key)) {
      throw invalidArgType('key', ['string', 'ArrayBuffer', 'TypedArray', 'DataView'], key);
    }
    return wrap({ type: 'secret', material: Uint8Array.from(bytes(key, 'key', encoding)) });
  }

  /** The arguments of createPrivateKey and createPublicKey in one form. */
  function prepared(key, types) {
    if (key === undefined || key === null) throw invalidArgType('key', DATA_TYPES, key);
    const options = typeof key === 'string' || isBuffer(key) ? { key } : key;
    const { key: data, encoding = 'utf8', format = 'pem', type, passphrase } = options;
    if (data === undefined || data === null || isKeyObject(data) || isKey(data)) {
      throw invalidArgType('options.key', DATA_TYPES, data);
    }
    if (typeof data !== 'string' && !isBuffer(data)) {
      if (typeof data !== 'object') throw invalidArgType('key', DATA_TYPES, key);
      return { jwk: data };
    }
    requireOneOf(format, 'format', ['pem', 'der']);
    if (type !== undefined) requireOneOf(type, 'type', types);
    const secret = passphrase == null ? undefined : bytes(passphrase, 'passphrase', encoding);
    return { data: bytes(data, 'key', encoding), format, type, passphrase: secret };
  }

  function createPrivateKey(key) {
    const given = prepared(key, ['pkcs1', 'pkcs8', 'sec1']);
    const material = given.jwk ? formats.fromJwk('private', given.jwk) : formats.readPrivate(given);
    return wrap({ type: 'private', material });
  }

  function createPublicKey(key) {
    if (isKeyObject(key) || isKey(key)) {
      if (key.type !== 'private') throw invalidArgType('key', 'PrivateKeyObject', key);
      return wrap({ type: 'public', material: make('key.publicHalf', stateOf(key).material) });
    }
    const given = prepared(key, ['pkcs1', 'spki']);
    const material = given.jwk ? formats.fromJwk('public', given.jwk) : formats.readPublic(given);
    return wrap({ type: 'public', material });
  }

  function generateKeySync(type, options) {
    requireOneOf(type, 'type', ['hmac', 'aes']);
    requireObject(options, 'options');
    const { length } = options;
    if (type === 'hmac') requireInteger(length, 'options.length', 8, 65536);
    else requireOneOf(length, 'options.length', [128, 192, 256]);
    return wrap({ type: 'secret', material: compute('random.bytes', Math.floor(length / 8)) });
  }

  function generateKey(type, options, callback) {
    deliver(callback, () => generateKeySync(type, options));
  }

  /** Checks the options for a new pair; gives the operation that makes it. */
  function pairOperation(type, options) {
    requireOneOf(type, 'type', ['rsa', 'ec', 'ed25519', 'x25519', 'dh']);
    requireObject(options, 'options');
    switch (type) {
      case 'rsa': {
        const { modulusLength, publicExponent = 0x10001 } = options;
        requireUint32(modulusLength, 'options.modulusLength');
        requireUint32(publicExponent, 'options.publicExponent');
        if (modulusLength > MAX_RSA_BITS) {
          throw new RangeError(`RSA modulusLength exceeds maximum (${MAX_RSA_BITS})`);
        }
        const exponent = new Uint8Array(4);
        new DataView(exponent.buffer).setUint32(0, publicExponent);
        return ['rsa.generate', modulusLength, exponent];
      }
      case 'ec': {
        const { namedCurve, paramEncoding = 'named' } = options;
        requireString(namedCurve, 'options.namedCurve');
        requireOneOf(paramEncoding, 'options.paramEncoding', ['named', 'explicit']);
        return ['ec.generate', curveNamed(namedCurve, 'Failed to initialize key')];
      }
      case 'dh':
        throw coded(Error, 'ERR_METHOD_NOT_IMPLEMENTED', "The generateKeyPair('dh') method is not implemented");
      default:
        return ['ed.generate', type === 'ed25519' ? 'Ed25519' : 'X25519'];
    }
  }

  function curveNamed(name, message) {
    if (!Object.hasOwn(CURVE_NAMES, name)) throw new Error(message);
    return CURVE_NAMES[name];
  }

  function shapedPair([publicMaterial, privateMaterial], { publicKeyEncoding, privateKeyEncoding }) {
    const publicKey = wrap({ type: 'public', material: publicMaterial });
    const privateKey = wrap({ type: 'private', material: privateMaterial });
    return {
      publicKey: publicKeyEncoding === undefined ? publicKey : publicKey.export(publicKeyEncoding),
      privateKey: privateKeyEncoding === undefined ? privateKey : privateKey.export(privateKeyEncoding),
    };
  }

  function generateKeyPairSync(type, options = {}) {
    return shapedPair(make(...pairOperation(type, options)), options);
  }

  function generateKeyPair(type, options, callback) {
    requireFunction(callback, 'callback');
    const operation = pairOperation(type, options ?? {});
    makeLater(...operation)
      .then((pair) => shapedPair(pair, options ?? {}))
      .then(
        ({ publicKey, privateKey }) => callback(null, publicKey, privateKey),
        (error) => callback(error)
      );
  }
  Object.defineProperty(generateKeyPair, Symbol.for('nodejs.util.promisify.custom'), {
    value: (type, options) =>
      new Promise((resolve, reject) =>
        generateKeyPair(type, options, (error, publicKey, privateKey) =>
          error ? reject(error) : resolve({ publicKey, privateKey })
        )
      ),
  });

  /** The private key of what sign() and decryption take. */
  function privateMaterial(key) {
    if (!isKeyObject(key) && !isKey(key)) return stateOf(createPrivateKey(key)).material;
    const { type, material } = stateOf(key);
    if (type === 'secret') {
      throw invalidArgType('options', ['PublicKeyObject', 'PrivateKeyObject', 'CryptoKey', 'object'], type);
    }
    if (type !== 'private') {
      throw load('node/crypto/inputs').wrongKeyType(type, 'private');
    }
    return material;
  }

  /** The public key of what verify() and encryption take; a private one will do. */
  function publicMaterial(key) {
    return stateOf(isKeyObject(key) || isKey(key) ? key : createPublicKey(key)).material;
  }

  return {
    isKeyObject,
    stateOf,
    secretBytes,
    privateMaterial,
    publicMaterial,
    curveNamed,
    exports: {
      KeyObject,
      PublicKeyObject,
      PrivateKeyObject,
      SecretKeyObject,
      generateKey,
      generateKeyPair,
      generateKeyPairSync,
      generateKeySync,
      createPrivateKey,
      createPublicKey,
      createSecretKey,
    },
  };
})
