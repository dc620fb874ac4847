// RSA: RSASSA-PKCS1-v1_5 and RSA-PSS sign, RSA-OAEP encrypts, RSA-RAW signs what is already blinded.
(function (host, load) {
  'use strict';
  const { compute, make, makeLater } = load('crypto/compute');
  const { HASHES, fail, requiredHash, requiredBytes, requiredInteger, optionalBytes, integer } =
    load('crypto/parameters');
  const { newKey, newPair, materialOf, checkedUsages } = load('crypto/keys');
  const { importKey, exporter, requirePrivate, requirePublic } = load('crypto/asymmetric');
  const jwks = load('crypto/jwk');

  const SIGNING = ['sign', 'verify'];
  const ENCRYPTING = ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey'];
  const MIN_BITS = 256;
  const MAX_BITS = 16384;
  const SAFE_EXPONENTS = [3, 17, 37, 65537];
  const NO_SALT = -1;
  const NO_SALT_GIVEN = 'Failed to provide salt for RSA-PSS key operation which requires a salt';

  // The hash that each "alg" of a JSON Web Key stands for.
  const ALGORITHMS = {
    RS1: 'SHA-1',
    RS256: 'SHA-256',
    RS384: 'SHA-384',
    RS512: 'SHA-512',
    PS1: 'SHA-1',
    PS256: 'SHA-256',
    PS384: 'SHA-384',
    PS512: 'SHA-512',
    'RSA-OAEP': 'SHA-1',
    'RSA-OAEP-256': 'SHA-256',
    'RSA-OAEP-384': 'SHA-384',
    'RSA-OAEP-512': 'SHA-512',
  };
  const PREFIXES = { 'RSASSA-PKCS1-v1_5': 'RS', 'RSA-PSS': 'PS', 'RSA-RAW': 'RS' };

  const allowedFor = (name) => (name === 'RSA-OAEP' ? ENCRYPTING : SIGNING);

  function numberOf(bytes) {
    return bytes.reduce((number, byte) => number * 256 + byte, 0);
  }

  function checkSize(bits) {
    if (bits % 8 !== 0 || bits < MIN_BITS || bits > MAX_BITS) {
      fail('OperationError', `The modulus length must be a multiple of 8 and between 256 and 16k, but ${bits} was requested.`);
    }
  }

  async function generate(name, fields, extractable, usages) {
    if (fields.publicExponent === undefined) requiredBytes(fields, 'publicExponent');
    const exponent = requiredBytes(fields, 'publicExponent', 'GenerateKeyAlgorithm').slice();
    if (fields.hash === undefined) requiredHash(fields);
    const modulusLength = requiredInteger(fields, 'modulusLength');
    if (modulusLength <= 0) {
      fail('OperationError', `modulusLength must be greater than zero (requested ${modulusLength}).`);
    }
    const hash = requiredHash(fields);
    checkedUsages(name, 'generate', usages, allowedFor(name));
    checkSize(modulusLength);
    const value = numberOf(exponent);
    if (value >= 2 ** 32) {
      fail('OperationError', 'The "publicExponent" must be either 3 or 65537, but got a number larger than 2^32.');
    }
    if (value !== 3 && value !== 65537) {
      fail('OperationError', `The "publicExponent" must be either 3 or 65537, but got ${value}.`);
    }
    if (modulusLength % 128 !== 0) {
      fail('OperationError', "Can't generate key: RSA key size is required to be a multiple of 128");
    }
    const pair = await makeLater('rsa.generate', modulusLength, exponent);
    const algorithm = () => ({ name, modulusLength, publicExponent: exponent.slice(), hash: { name: hash } });
    return newPair(name, pair, { algorithm, extractable, usages, allowed: allowedFor(name) });
  }

  function fromJwk(jwk) {
    const required = (field, what) =>
      jwks.decode(jwk[field], `Invalid RSA key in JSON Web Key; missing or invalid ${what} parameter ("${field}").`);
    const numbers = [required('n', 'Modulus'), required('e', 'Exponent')];
    if (jwk.d !== undefined) {
      numbers.push(required('d', 'Private Exponent'));
      const names = {
        p: 'First Prime Factor',
        q: 'Second Prime Factor',
        dp: 'First Factor CRT Exponent',
        dq: 'Second Factor CRT Exponent',
        qi: 'First CRT Coefficient',
      };
      const present = Object.keys(names).filter((field) => jwk[field] !== undefined);
      if (present.length !== 0 && present.length !== 5) {
        fail('DataError', 'Invalid RSA private key in JSON Web Key; if one Prime Factor or CRT Exponent/Coefficient parameter is present, then they must all be present ("p", "q", "dp", "dq", "qi").');
      }
      for (const field of present) {
        numbers.push(jwks.decode(jwk[field], `Invalid RSA key in JSON Web Key; invalid ${names[field]} parameter ("${field}").`));
      }
    }
    return make('rsa.fromNumbers', ...numbers);
  }

  function checkJwk(jwk, name, hash) {
    if (jwk.kty !== 'RSA') {
      const called = name === 'RSA-RAW' ? name : 'RSASSA-PKCS1-v1_5';
      fail('DataError', `${called} "jwk" key import requires a JSON Web Key with Key Type parameter "kty" ("${jwk.kty}") equal to "RSA".`);
    }
    const { alg } = jwk;
    if (alg === undefined) return;
    if (!Object.hasOwn(ALGORITHMS, alg)) {
      fail('NotSupportedError', `Unrecognized or unimplemented algorithm "${alg}" listed in JSON Web Key Algorithm parameter.`);
    }
    if (hash !== undefined && ALGORITHMS[alg] !== hash) {
      fail('DataError', `JSON Web Key Algorithm parameter "alg" ("${alg}") does not match requested hash algorithm "${alg}".`);
    }
  }

  function importRsa(name, format, data, fields, extractable, usages) {
    const hash = name === 'RSA-RAW' ? undefined : requiredHash(fields);
    const { material, type, usages: checked } = importKey(name, format, data, usages, {
      allowed: allowedFor(name),
      fromJwk(jwk) {
        checkJwk(jwk, name, hash);
        return fromJwk(jwk);
      },
    });
    if (name === 'RSA-RAW' && type !== 'private') {
      fail('DataError', `RSA-RAW only supports private keys but requested "${type}".`);
    }
    if (compute('key.kind', material) !== 'rsa') fail('DataError', 'Input was not an RSA key.');
    const modulusLength = modulusBytes(material) * 8;
    checkSize(modulusLength);
    const exponent = compute('rsa.numbers', material)[1];
    if (!SAFE_EXPONENTS.includes(numberOf(exponent))) {
      fail('OperationError', `Imported RSA key has invalid publicExponent ${numberOf(exponent)}.`);
    }
    const algorithm = { name, modulusLength, publicExponent: exponent };
    if (hash !== undefined) algorithm.hash = { name: hash };
    return newKey(material, { type, extractable, algorithm, usages: checked });
  }

  function modulusBytes(material) {
    return Math.ceil(compute('rsa.bits', material) / 8);
  }

  function jwkAlgorithm({ name, hash }) {
    if (hash === undefined) return undefined;
    if (!hash.name.startsWith('SHA')) {
      fail('NotSupportedError', `JWK export not supported for hash algorithm "${hash.name}".`);
    }
    const size = hash.name.slice('SHA-'.length);
    if (name !== 'RSA-OAEP') return `${PREFIXES[name]}${size}`;
    return hash.name === 'SHA-1' ? 'RSA-OAEP' : `RSA-OAEP-${size}`;
  }

  const exportKey = exporter({
    toJwk(key) {
      const [n, e, d, p, q, dp, dq, qi] = compute('rsa.numbers', materialOf(key));
      return { kty: 'RSA', alg: jwkAlgorithm(key.algorithm), d, n, e, p, q, dp, dq, qi };
    },
    toRaw(key) {
      fail('InvalidAccessError', `Cannot export "${key.algorithm.name}" in "raw" format.`);
    },
  });

  const rsa = { generate, import: importRsa, export: exportKey };

  const pkcs1 = {
    ...rsa,
    sign(fields, key, data) {
      requirePrivate(key);
      const hash = key.algorithm.hash.name;
      const needed = HASHES[hash].size + 32;
      if (needed > modulusBytes(materialOf(key))) {
        fail('OperationError', `key too small for signing with given digest, need at least ${8 * needed}bits.`);
      }
      return compute('rsa.sign', hash, NO_SALT, materialOf(key), data);
    },
    verify(fields, key, signature, data) {
      requirePublic(key);
      return compute('rsa.verify', key.algorithm.hash.name, NO_SALT, materialOf(key), signature, data);
    },
  };

  function checkSalt(salt) {
    if (salt < 0) {
      fail('DataError', `SaltLength for RSA-PSS must be non-negative (provided ${salt}).`);
    }
  }

  const pss = {
    ...rsa,
    sign(fields, key, data) {
      requirePrivate(key);
      const hash = key.algorithm.hash.name;
      if (fields.saltLength === undefined) fail('DataError', NO_SALT_GIVEN);
      const salt = integer(fields.saltLength);
      checkSalt(salt);
      const room = modulusBytes(materialOf(key)) - HASHES[hash].size - 2;
      if (room < 0) fail('OperationError', 'key too small for signing with given digest');
      if (salt > room) {
        fail('OperationError', 'key too small for signing with given digest and salt length');
      }
      return compute('rsa.sign', hash, salt, materialOf(key), data);
    },
    verify(fields, key, signature, data) {
      requirePublic(key);
      if (fields.saltLength === undefined) throw new TypeError(NO_SALT_GIVEN);
      const salt = integer(fields.saltLength);
      checkSalt(salt);
      return compute('rsa.verify', key.algorithm.hash.name, salt, materialOf(key), signature, data);
    },
  };

  function oaepCipher(encrypt, fields, key, data) {
    const wanted = encrypt ? 'public' : 'private';
    if (key.type !== wanted) {
      const what = encrypt ? 'Encryption/key wrapping' : 'Decryption/key unwrapping';
      fail('InvalidAccessError', `${what} only works with ${wanted} keys, not "${key.type}".`);
    }
    const label = optionalBytes(fields, 'label', 'EncryptAlgorithm') ?? new Uint8Array();
    return compute('rsa.oaep', encrypt, key.algorithm.hash.name, label, materialOf(key), data);
  }

  const oaep = {
    ...rsa,
    encrypt: (fields, key, data) => oaepCipher(true, fields, key, data),
    decrypt: (fields, key, data) => oaepCipher(false, fields, key, data),
  };

  const raw = {
    import: importRsa,
    export: exportKey,
    sign(fields, key, data) {
      const size = modulusBytes(materialOf(key));
      if (data.length > size) {
        fail('DataError', `Blind Signing requires presigned data (${data.length} bytes) to be smaller than the key (${size} bytes).`);
      }
      if (data.length === size && !compute('rsa.isBelowModulus', materialOf(key), data)) {
        fail('DataError', 'Blind Signing requires presigned data value to be strictly smaller than RSA keymodulus, consider using a larger key size.');
      }
      return compute('rsa.raw', materialOf(key), data);
    },
  };

  return { 'RSASSA-PKCS1-v1_5': pkcs1, 'RSA-PSS': pss, 'RSA-OAEP': oaep, 'RSA-RAW': raw };
})
