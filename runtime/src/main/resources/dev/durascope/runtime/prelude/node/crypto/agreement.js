// DiffieHellman, ECDH, and the agreement of two KeyObjects.
(function (host, load) {
  'use strict';
  const { compute, make, isBuffer } = load('crypto/compute');
  const { invalidArgType, invalidArgValue, requireObject } = load('node/errors');
  const { Buffer } = load('node/buffer');
  const { INT32_MAX, bytes, output, requireInteger, requireOneOf, requireString } = load('node/crypto/inputs');
  const { isKeyObject, stateOf, curveNamed } = load('node/crypto/keys');
  const { methods } = load('node/crypto/streaming');

  const GROUPS = { modp14: 2048, modp15: 3072, modp16: 4096, modp17: 6144, modp18: 8192 };
  const FORMS = { compressed: 2, uncompressed: 4, hybrid: 6 };
  const VIEW_TYPES = ['string', 'Buffer', 'TypedArray', 'DataView'];
  const SIZE_TYPES = ['number', 'string', 'ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'];
  const DEFAULT_GENERATOR = 2;

  const STATE = Symbol('agreement');

  function numberBytes(value, encoding, name) {
    if (typeof value === 'number') {
      requireInteger(value, name, -INT32_MAX - 1, INT32_MAX);
      const wide = new Uint8Array(4);
      new DataView(wide.buffer).setUint32(0, value);
      return wide.subarray(wide.findIndex((byte) => byte !== 0));
    }
    return bytes(value, name, encoding, SIZE_TYPES);
  }

  function DiffieHellman(sizeOrKey, keyEncoding, generator, genEncoding) {
    if (!(this instanceof DiffieHellman)) return new DiffieHellman(sizeOrKey, keyEncoding, generator, genEncoding);
    if (typeof sizeOrKey !== 'number' && typeof sizeOrKey !== 'string' && !isBuffer(sizeOrKey)) {
      throw invalidArgType('sizeOrKey', SIZE_TYPES, sizeOrKey);
    }
    const hasEncoding = keyEncoding === 'buffer' || Buffer.isEncoding(keyEncoding);
    const [base, baseEncoding] = keyEncoding && !hasEncoding ? [keyEncoding, generator] : [generator, genEncoding];
    const primeEncoding = hasEncoding ? keyEncoding : undefined;
    const generatorBytes = numberBytes(base || DEFAULT_GENERATOR, baseEncoding, 'generator');
    let prime;
    if (typeof sizeOrKey === 'number') {
      requireInteger(sizeOrKey, 'sizeOrKey', -INT32_MAX - 1, INT32_MAX);
      if (sizeOrKey < 2) throw new Error('DiffieHellman init failed: modulus too small');
      prime = compute('dh.prime', sizeOrKey, generatorBytes.length === 1 ? generatorBytes[0] : 0);
    } else {
      prime = numberBytes(sizeOrKey, primeEncoding, 'sizeOrKey').slice();
    }
    this[STATE] = { prime, generator: generatorBytes.slice(), publicKey: null, privateKey: null };
  }

  function DiffieHellmanGroup(name) {
    if (!(this instanceof DiffieHellmanGroup)) return new DiffieHellmanGroup(name);
    if (!Object.hasOwn(GROUPS, name)) {
      throw new Error(
        `Failed to init DiffieHellmanGroup: invalid group. Only groups {${Object.keys(GROUPS).join(', ')}} are supported.`
      );
    }
    const prime = compute('dh.group', GROUPS[name]);
    this[STATE] = { prime, generator: new Uint8Array([2]), publicKey: null, privateKey: null };
  }

  const present = (value, what) => {
    if (value === null) throw new Error(`No ${what} key - did you forget to generate one?`);
    return value;
  };

  const shared = {
    generateKeys(encoding) {
      const state = this[STATE];
      state.privateKey ??= compute('dh.secret', state.prime);
      state.publicKey = compute('dh.power', state.generator, state.privateKey, state.prime);
      return this.getPublicKey(encoding);
    },
    computeSecret(other, inputEncoding, outputEncoding) {
      const { prime, privateKey } = this[STATE];
      const peer = bytes(other, 'key', inputEncoding);
      return output(compute('dh.power', peer, present(privateKey, 'private'), prime), outputEncoding);
    },
    getPrime(encoding) {
      return output(this[STATE].prime.slice(), encoding);
    },
    getGenerator(encoding) {
      return output(this[STATE].generator.slice(), encoding);
    },
    getPublicKey(encoding) {
      return output(present(this[STATE].publicKey, 'public').slice(), encoding);
    },
    getPrivateKey(encoding) {
      return output(present(this[STATE].privateKey, 'private').slice(), encoding);
    },
  };

  methods(DiffieHellman, {
    ...shared,
    setPublicKey(key, encoding) {
      this[STATE].publicKey = bytes(key, 'key', encoding).slice();
      return this;
    },
    setPrivateKey(key, encoding) {
      this[STATE].privateKey = bytes(key, 'key', encoding).slice();
      return this;
    },
  });
  methods(DiffieHellmanGroup, shared);
  for (const Class of [DiffieHellman, DiffieHellmanGroup]) {
    Object.defineProperty(Class.prototype, 'verifyError', {
      get() {
        return compute('dh.check', this[STATE].prime, this[STATE].generator);
      },
      configurable: true,
      enumerable: true,
    });
  }

  function diffieHellman(options) {
    requireObject(options, 'options');
    const { publicKey, privateKey } = options;
    if (!isKeyObject(publicKey)) throw invalidArgType('options.publicKey', 'KeyObject', publicKey);
    if (!isKeyObject(privateKey)) throw invalidArgType('options.privateKey', 'KeyObject', privateKey);
    if (publicKey.type !== 'public') throw invalidArgType('options.publicKey', 'public key', publicKey);
    if (privateKey.type !== 'private') throw invalidArgType('options.privateKey', 'private key', privateKey);
    if (publicKey.asymmetricKeyType !== privateKey.asymmetricKeyType) {
      throw invalidArgValue(
        'options.publicKey.asymmetricKeyType',
        publicKey.asymmetricKeyType,
        'must equal privateKey.asymmetricKeyType'
      );
    }
    const family = privateKey.asymmetricKeyType === 'ec' ? 'ec.agree' : 'ed.agree';
    return output(compute(family, stateOf(privateKey).material, stateOf(publicKey).material));
  }

  function ECDH(curveName) {
    if (!(this instanceof ECDH)) return new ECDH(curveName);
    requireString(curveName, 'curveName');
    this[STATE] = { curve: curveNamed(curveName, 'Invalid curve'), key: null };
  }

  function point(curve, data) {
    try {
      return make('ec.fromPoint', curve, data);
    } catch {
      throw new Error('Failed to set point');
    }
  }

  function checkEncodings(encodings) {
    for (const [name, value] of Object.entries(encodings)) if (value != null) requireString(value, name);
  }

  function viewBytes(value, encoding, name) {
    if (typeof value !== 'string' && !ArrayBuffer.isView(value)) throw invalidArgType(name, VIEW_TYPES, value);
    return bytes(value, name, encoding);
  }

  methods(ECDH, {
    generateKeys(encoding, format) {
      checkEncodings({ encoding });
      if (format != null) requireOneOf(format, 'format', Object.keys(FORMS));
      this[STATE].key = make('ec.generate', this[STATE].curve)[1];
      return this.getPublicKey(encoding, format ?? undefined);
    },
    computeSecret(otherPublicKey, inputEncoding, outputEncoding) {
      const peer = viewBytes(otherPublicKey, inputEncoding, 'otherPublicKey');
      checkEncodings({ inputEncoding, outputEncoding });
      const { curve, key } = this[STATE];
      if (key === null) throw new Error('Failed to get ECDH private key');
      return output(compute('ec.agree', key, point(curve, peer)), outputEncoding);
    },
    getPrivateKey(encoding) {
      checkEncodings({ encoding });
      if (this[STATE].key === null) throw new Error('Failed to get ECDH private key');
      return output(compute('ec.numbers', this[STATE].key)[2], encoding);
    },
    getPublicKey(encoding, format = 'uncompressed') {
      checkEncodings({ encoding });
      requireOneOf(format, 'format', Object.keys(FORMS));
      if (this[STATE].key === null) throw new Error('Failed to get ECDH public key');
      return output(compute('ec.point', this[STATE].key, FORMS[format]), encoding);
    },
    setPrivateKey(key, encoding) {
      checkEncodings({ encoding });
      const secret = viewBytes(key, encoding, 'key');
      try {
        this[STATE].key = make('ec.fromSecret', this[STATE].curve, secret);
      } catch {
        throw new Error('Private key is not valid for specified curve');
      }
    },
  });
  ECDH.convertKey = function convertKey(key, curve, inputEncoding, outputEncoding, format = 'uncompressed') {
    const data = viewBytes(key, inputEncoding, 'key');
    requireString(curve, 'curve');
    checkEncodings({ inputEncoding, outputEncoding });
    requireOneOf(format, 'format', Object.keys(FORMS));
    return output(compute('ec.point', point(curveNamed(curve, 'Invalid curve'), data), FORMS[format]), outputEncoding);
  };

  return {
    DiffieHellman,
    DiffieHellmanGroup,
    createDiffieHellman: (...args) => new DiffieHellman(...args),
    createDiffieHellmanGroup: (name) => new DiffieHellmanGroup(name),
    getDiffieHellman: (name) => new DiffieHellmanGroup(name),
    diffieHellman,
    ECDH,
    createECDH: (curveName) => new ECDH(curveName),
  };
})
