// Secret keys: AES in its four modes, and HMAC.
(function (host, load) {
  'use strict';
  const { compute } = load('crypto/compute');
  const { HASHES, fail, requiredHash, optionalBytes, requiredBytes, requiredInteger, integer } =
    load('crypto/parameters');
  const { newKey, materialOf, checkedUsages } = load('crypto/keys');
  const jwks = load('crypto/jwk');

  const AES_BITS = [128, 192, 256];
  const TAG_BITS = [32, 64, 96, 104, 112, 120, 128];
  const BLOCK_BYTES = 16;
  const COUNTER_MAX_BITS = 128;
  const SMALLEST_WRAPPED = 16; // bytes

  function secret(material, algorithm, extractable, usages) {
    return newKey(material, { type: 'secret', extractable, algorithm, usages });
  }

  function vector(fields) {
    return requiredBytes(fields, 'iv', 'EncryptAlgorithm');
  }

  function aesUsages(name, operation, usages) {
    const wrapping = ['wrapKey', 'unwrapKey'];
    const allowed = name === 'AES-KW' ? wrapping : ['encrypt', 'decrypt', ...wrapping];
    return checkedUsages(name, operation, usages, allowed);
  }

  function gcm(encrypt, fields, key, data) {
    const iv = vector(fields);
    if (iv.length === 0) fail('OperationError', 'AES-GCM IV must not be empty.');
    const bits = fields.tagLength === undefined ? 128 : integer(fields.tagLength);
    if (!TAG_BITS.includes(bits)) fail('OperationError', `Invalid AES-GCM tag length ${bits}.`);
    if (!encrypt && data.length < bits / 8) {
      fail(
        'OperationError',
        `Ciphertext length of ${data.length * 8} bits must be greater than or equal to the size of the AES-GCM tag length of ${bits} bits.`
      );
    }
    const extra = optionalBytes(fields, 'additionalData', 'EncryptAlgorithm') ?? new Uint8Array();
    return compute('aes.gcm', encrypt, bits, materialOf(key), iv, extra, data);
  }

  function cbc(encrypt, fields, key, data) {
    const iv = vector(fields);
    if (iv.length !== BLOCK_BYTES) {
      const provided = encrypt ? `${iv.length} bytes` : `${iv.length}`;
      fail('OperationError', `AES-CBC IV must be 16 bytes long (provided ${provided}).`);
    }
    return compute('aes.cbc', encrypt, materialOf(key), iv, data);
  }

  function ctr(fields, key, data) {
    const counter = optionalBytes(fields, 'counter', 'EncryptAlgorithm');
    if (counter === undefined) throw new TypeError('Missing "counter" member in "algorithm".');
    if (counter.length !== BLOCK_BYTES) {
      fail('OperationError', `Counter must have length of 16 bytes (provided ${counter.length}).`);
    }
    const bits = requiredInteger(fields, 'length', 'Missing "length" member in "algorithm".');
    if (bits <= 0 || bits > COUNTER_MAX_BITS) {
      fail('OperationError', `Invalid counter of ${bits} bits length provided.`);
    }
    return compute('aes.ctr', materialOf(key), counter, bits, data);
  }

  function wrap(key, data) {
    if (data.length % 8 !== 0) {
      fail('OperationError', `Unwrapped key bit length must be a multiple of 64 bits but unwrapped key has a length of ${data.length * 8} bits.`);
    }
    if (data.length < SMALLEST_WRAPPED) {
      fail('OperationError', `Unwrapped key has length ${data.length} bytes but it should be greater than or equal to 16 and less than or equal to 18446744073709551607`);
    }
    return compute('aes.wrap', materialOf(key), data);
  }

  function unwrap(key, data) {
    if (data.length % 8 !== 0) {
      fail('OperationError', `Provided a wrapped key to unwrap that is ${data.length * 8} bits which isn't a multiple of 64 bits.`);
    }
    if (data.length < SMALLEST_WRAPPED + 8) {
      fail('OperationError', `Provided a wrapped key to unwrap this is ${data.length * 8} bits that is less than the minimal length of 192 bits.`);
    }
    return compute('aes.unwrap', materialOf(key), data);
  }

  function checkSymmetricOperations(jwk, usages) {
    if (usages.length > 0 && jwk.use !== undefined && jwk.use !== 'enc') {
      fail('DataError', `Symmetric "jwk" key must have a "use" of "enc", not "${jwk.use}".`);
    }
    if (jwk.key_ops === undefined) return;
    const sorted = [...jwk.key_ops].sort();
    const duplicate = sorted.find((operation, index) => operation === sorted[index + 1]);
    if (duplicate !== undefined) {
      fail('DataError', `Symmetric "jwk" key contains duplicate value "${duplicate}", in "key_op".`);
    }
    const missing = usages.find((usage) => !sorted.includes(usage));
    if (missing !== undefined) fail('DataError', `"jwk" key missing usage "${missing}", in "key_ops".`);
  }

  function unknownFormat(format) {
    fail('NotSupportedError', `Unrecognized key import format "${format}".`);
  }

  const aes = {
    generate(name, fields, extractable, usages) {
      const checked = aesUsages(name, 'generate', usages);
      const length = requiredInteger(fields, 'length');
      if (!AES_BITS.includes(length)) {
        fail('OperationError', `Generated AES key length must be 128, 192, or 256 bits but requested ${length}.`);
      }
      return secret(compute('random.bytes', length / 8), { name, length }, extractable, checked);
    },

    import(name, format, data, fields, extractable, usages) {
      const checked = aesUsages(name, 'import secret', usages);
      let material;
      if (format === 'raw') {
        material = data;
      } else if (format === 'jwk') {
        if (data.kty !== 'oct') {
          fail('DataError', `Symmetric "jwk" key import requires a JSON Web Key with Key Type parameter "kty" equal to "oct" (encountered "${data.kty}").`);
        }
        material = jwks.decode(data.k, 'Symmetric "jwk" key import requires a base64Url encoding of the key.');
      } else {
        unknownFormat(format);
      }
      const length = material.length * 8;
      if (!AES_BITS.includes(length)) {
        fail('DataError', `Imported AES key length must be 128, 192, or 256 bits but provided ${length}.`);
      }
      if (format === 'jwk') {
        const expected = `A${length}${name.slice('AES-'.length)}`;
        if (data.alg !== undefined && data.alg !== expected) {
          fail('DataError', `Symmetric "jwk" key contains invalid "alg" value "${data.alg}", expected "${expected}".`);
        }
        checkSymmetricOperations(data, usages);
      }
      return secret(material, { name, length }, extractable, checked);
    },

    export(format, key) {
      const { name, length } = key.algorithm;
      const material = materialOf(key);
      if (format === 'raw') return material.slice().buffer;
      if (format === 'jwk') {
        const alg = `A${length}${name.slice('AES-'.length)}`;
        return jwks.write({ kty: 'oct', key_ops: [...key.usages], alg, k: material });
      }
      return fail('NotSupportedError', `${name} key only supports exporting "raw", "raw-secret" & "jwk", not "${format}".`);
    },
  };

  const hmac = {
    generate(name, fields, extractable, usages) {
      const hash = requiredHash(fields);
      const checked = checkedUsages(name, 'generate', usages, ['sign', 'verify']);
      const length = fields.length === undefined ? HASHES[hash].block * 8 : integer(fields.length);
      if (length <= 0) {
        fail('OperationError', `HMAC key length must be a non-zero unsigned long integer (requested ${length}).`);
      }
      const material = cut(compute('random.bytes', Math.ceil(length / 8)), length);
      return secret(material, { name, hash: { name: hash }, length }, extractable, checked);
    },

    import(name, format, data, fields, extractable, usages) {
      const checked = checkedUsages(name, 'import secret', usages, ['sign', 'verify']);
      if (fields.hash === undefined) throw new TypeError('Missing field "hash" in "algorithm".');
      let material;
      if (format === 'raw') {
        material = data;
      } else if (format === 'jwk') {
        if (data.kty !== 'oct') {
          fail('DataError', `HMAC "jwk" key import requires a JSON Web Key with Key Type parameter ("kty") equal to "oct" (encountered "${data.kty}").`);
        }
        material = jwks.decode(data.k, 'HMAC "jwk" key import requires a base64Url encoding of the key');
        if (data.alg !== undefined) {
          const hash = requiredHash(fields);
          if (!hash.startsWith('SHA-')) {
            fail('NotSupportedError', `Unrecognized or unimplemented hash algorithm requested${data.alg}`);
          }
          const expected = `HS${hash.slice('SHA-'.length)}`;
          if (data.alg !== expected) {
            fail('DataError', `HMAC "jwk" key import specifies "alg" that is incompatible with the hash name (encountered "${data.alg}", expected "${expected}").`);
          }
        }
      } else {
        unknownFormat(format);
      }
      const bits = material.length * 8;
      const length = fields.length === undefined ? bits : integer(fields.length);
      if (length === 0 || length > bits || length <= bits - 8) {
        fail('DataError', `Imported HMAC key length (${length}) must be a non-zero value up to 7 bits less than, and no greater than, the bit length of the raw key data (${bits}).`);
      }
      const algorithm = { name, hash: { name: requiredHash(fields) }, length };
      return secret(cut(material, length), algorithm, extractable, checked);
    },

    export(format, key) {
      if (format === 'raw') return materialOf(key).slice().buffer;
      if (format !== 'jwk') fail('NotSupportedError', `Unimplemented key export format "${format}".`);
      const hash = key.algorithm.hash.name;
      if (!hash.startsWith('SHA-')) {
        fail('NotSupportedError', `Unimplemented JWK key export format for key algorithm "${hash}".`);
      }
      const alg = `HS${hash.slice('SHA-'.length)}`;
      return jwks.write({ kty: 'oct', key_ops: [...key.usages], alg, k: materialOf(key) });
    },

    sign(fields, key, data) {
      return compute('hash.hmac', key.algorithm.hash.name, materialOf(key), data);
    },

    verify(fields, key, signature, data) {
      return compute('random.equal', hmac.sign(fields, key, data), signature);
    },
  };

  /** Clears the bits of the last byte that are not the key's. */
  function cut(material, bits) {
    const excess = material.length * 8 - bits;
    if (excess > 0) material[material.length - 1] &= 0xff << excess;
    return material;
  }

  return {
    'AES-GCM': {
      ...aes,
      encrypt: (fields, key, data) => gcm(true, fields, key, data),
      decrypt: (fields, key, data) => gcm(false, fields, key, data),
    },
    'AES-CBC': {
      ...aes,
      encrypt: (fields, key, data) => cbc(true, fields, key, data),
      decrypt: (fields, key, data) => cbc(false, fields, key, data),
    },
    'AES-CTR': { ...aes, encrypt: ctr, decrypt: ctr },
    'AES-KW': {
      ...aes,
      wrapKey: (fields, key, data) => wrap(key, data),
      unwrapKey: (fields, key, data) => unwrap(key, data),
    },
    HMAC: hmac,
  };
})
