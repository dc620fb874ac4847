// crypto.subtle: finds the algorithm, checks that the key may do what is asked, and leaves the rest
// to the algorithm's own file, which is loaded when first named.
(function (host, load) {
  'use strict';
  const { expose, wrongArgument } = load('webidl');
  const { compute, isBuffer, bytesOf } = load('crypto/compute');
  const { HASHES, fail, algorithmOf, hashOf, requiredHash, integer } = load('crypto/parameters');
  const { isKey } = load('crypto/keys');

  const SECRET = Symbol('SubtleCrypto');

  // Which file has which algorithms.
  const FILES = {
    secrets: ['AES-CTR', 'AES-CBC', 'AES-GCM', 'AES-KW', 'HMAC'],
    derivation: ['PBKDF2', 'HKDF'],
    rsa: ['RSASSA-PKCS1-v1_5', 'RSA-PSS', 'RSA-OAEP', 'RSA-RAW'],
    elliptic: ['ECDSA', 'ECDH', 'NODE-ED25519', 'Ed25519', 'X25519'],
  };
  const names = new Map();
  for (const [file, list] of Object.entries(FILES)) {
    for (const name of list) names.set(name.toUpperCase(), { name, file });
  }

  /** An algorithm's proper name and what it can do; undefined for an unknown one. */
  function lookup(name) {
    const found = names.get(name.toUpperCase());
    if (found && !found.does) found.does = load(`crypto/${found.file}`)[found.name];
    return found;
  }

  function need(method, index, value, isRight, type) {
    if (!isRight(value)) throw wrongArgument(method, 'SubtleCrypto', index, type);
    return value;
  }

  function keyArgument(method, index, value) {
    return need(method, index, value, isKey, 'CryptoKey');
  }

  function bufferArgument(method, index, value) {
    return bytesOf(need(method, index, value, isBuffer, 'BufferSource'));
  }

  function usagesArgument(method, index, value) {
    return need(method, index, value, Array.isArray, 'Array').map((usage) => `${usage}`);
  }

  /** What the key's algorithm does, once the key has been found to allow it. */
  function access(key, name, usage) {
    const own = key.algorithm.name;
    if (name.toUpperCase() !== own.toUpperCase()) {
      fail('InvalidAccessError', `Requested algorithm "${name}" does not match this CryptoKey's algorithm "${own}".`);
    }
    if (!key.usages.includes(usage)) {
      fail('InvalidAccessError', `Requested key usage "${usage}" does not match any usage listed in this CryptoKey.`);
    }
    return lookup(own)?.does ?? {};
  }

  function operation(does, key, name) {
    return (
      does[name] ??
      fail('NotSupportedError', `The ${name} operation is not implemented for "${key.algorithm.name}".`)
    );
  }

  const NO_USAGE = 'Secret/private CryptoKeys must have at least one usage.';

  function importNow(format, data, algorithm, extractable, usages) {
    if (format === 'raw' || format === 'pkcs8' || format === 'spki') {
      if (!isBuffer(data)) {
        throw new TypeError('Import data provided for buffer-based import formats must be a buffer source.');
      }
    } else if (format === 'jwk') {
      if (isBuffer(data)) {
        throw new TypeError('Import data provided for "jwk" import format must be a JsonWebKey.');
      }
      if (data.ext !== undefined && !data.ext && extractable) {
        fail('DataError', `JWK ext field for "${algorithm.name}" is set to false but extractable is true`);
      }
    } else {
      fail('NotSupportedError', `Unrecognized key import format "${format}".`);
    }
    const found = lookup(algorithm.name);
    if (!found?.does.import) {
      fail('NotSupportedError', `Unrecognized key import algorithm "${algorithm.name}" requested.`);
    }
    const material = format === 'jwk' ? data : bytesOf(data).slice();
    const key = found.does.import(found.name, format, material, algorithm.fields, extractable, usages);
    if (key.usages.length === 0 && key.type !== 'public') fail('SyntaxError', NO_USAGE);
    return key;
  }

  function exportNow(format, key) {
    if (!key.extractable) {
      fail('InvalidAccessError', `Attempt to export non-extractable ${key.algorithm.name} key.`);
    }
    const found = lookup(key.algorithm.name);
    if (!found?.does.export) {
      fail('NotSupportedError', `Unrecognized or unsupported export of "${key.algorithm.name}" requested.`);
    }
    return found.does.export(format, key);
  }

  /** How many bits a derived key takes; null where it is not for the key to say. */
  function derivedLength({ name, fields }) {
    const found = lookup(name);
    const family = found?.name ?? '';
    if (family.startsWith('AES-')) {
      if (fields.length === undefined) throw new TypeError('Missing field "length" in "derivedKeyParams".');
      const length = integer(fields.length);
      if (![128, 192, 256].includes(length)) {
        fail('OperationError', `Derived AES key must be 128, 192, or 256 bits in length but provided ${length}.`);
      }
      return length;
    }
    if (family === 'HMAC') {
      if (fields.length !== undefined) {
        const length = integer(fields.length);
        if (length > 0) return length;
        throw new TypeError('HMAC key length must be a non-zero unsigned long integer.');
      }
      return HASHES[requiredHash(fields, 'derivedKeyParams')].block * 8;
    }
    if (family === 'HKDF' || family === 'PBKDF2') return null;
    return fail('NotSupportedError', `Unrecognized derived key type "${name}" requested.`);
  }

  function derive(does, key, algorithm, length) {
    if (!does.deriveBits) {
      const { name } = key.algorithm;
      fail('NotSupportedError', `The deriveKey and deriveBits operations are not implemented for "${name}".`);
    }
    return does.deriveBits(algorithm.fields, key, length);
  }

  class SubtleCrypto {
    constructor(secret) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
    }

    async encrypt(algorithm, key, data) {
      const { name, fields } = algorithmOf(algorithm, 'EncryptAlgorithm');
      keyArgument('encrypt', 2, key);
      const bytes = bufferArgument('encrypt', 3, data);
      return operation(access(key, name, 'encrypt'), key, 'encrypt')(fields, key, bytes).buffer;
    }

    async decrypt(algorithm, key, data) {
      const { name, fields } = algorithmOf(algorithm, 'EncryptAlgorithm');
      keyArgument('decrypt', 2, key);
      const bytes = bufferArgument('decrypt', 3, data);
      return operation(access(key, name, 'decrypt'), key, 'decrypt')(fields, key, bytes).buffer;
    }

    async sign(algorithm, key, data) {
      const { name, fields } = algorithmOf(algorithm, 'SignAlgorithm');
      keyArgument('sign', 2, key);
      const bytes = bufferArgument('sign', 3, data);
      return operation(access(key, name, 'sign'), key, 'sign')(fields, key, bytes).buffer;
    }

    async verify(algorithm, key, signature, data) {
      const { name, fields } = algorithmOf(algorithm, 'SignAlgorithm');
      keyArgument('verify', 2, key);
      const signed = bufferArgument('verify', 3, signature);
      const bytes = bufferArgument('verify', 4, data);
      return operation(access(key, name, 'verify'), key, 'verify')(fields, key, signed, bytes);
    }

    async digest(algorithm, data) {
      const parts = algorithmOf(algorithm, 'HashAlgorithm');
      const bytes = bufferArgument('digest', 2, data);
      return compute('hash.digest', hashOf(parts.name), bytes).buffer;
    }

    async generateKey(algorithm, extractable, keyUsages) {
      load('iocontext').requireHandler();
      const { name, fields } = algorithmOf(algorithm, 'GenerateKeyAlgorithm');
      const usages = usagesArgument('generateKey', 3, keyUsages);
      const found = lookup(name);
      if (!found?.does.generate) {
        fail('NotSupportedError', `Unrecognized key generation algorithm "${name}" requested.`);
      }
      const made = await found.does.generate(found.name, fields, Boolean(extractable), usages);
      if (made.privateKey) {
        if (made.privateKey.usages.length === 0) {
          fail('SyntaxError', 'Attempt to generate asymmetric keys with no valid private key usages.');
        }
      } else if (made.usages.length === 0) {
        fail('SyntaxError', NO_USAGE);
      }
      return made;
    }

    async deriveKey(algorithm, baseKey, derivedKeyAlgorithm, extractable, keyUsages) {
      const parts = algorithmOf(algorithm, 'DeriveKeyAlgorithm');
      keyArgument('deriveKey', 2, baseKey);
      const target = algorithmOf(derivedKeyAlgorithm, 'ImportKeyAlgorithm');
      const usages = usagesArgument('deriveKey', 5, keyUsages);
      const does = access(baseKey, parts.name, 'deriveKey');
      const bits = await derive(does, baseKey, parts, derivedLength(target));
      return importNow('raw', bits, target, Boolean(extractable), usages);
    }

    async deriveBits(algorithm, baseKey, length) {
      const parts = algorithmOf(algorithm, 'DeriveKeyAlgorithm');
      keyArgument('deriveBits', 2, baseKey);
      const bits = length === undefined || length === null ? null : integer(length);
      if (bits !== null && bits < 0) throw new TypeError('deriveBits length must be an unsigned long integer.');
      const does = access(baseKey, parts.name, 'deriveBits');
      return (await derive(does, baseKey, parts, bits)).buffer;
    }

    async importKey(format, keyData, algorithm, extractable, keyUsages) {
      need('importKey', 2, keyData, (value) => typeof value === 'object' && value !== null, 'BufferSource or JsonWebKey');
      const parts = algorithmOf(algorithm, 'ImportKeyAlgorithm');
      const usages = usagesArgument('importKey', 5, keyUsages);
      return importNow(`${format}`, keyData, parts, Boolean(extractable), usages);
    }

    async exportKey(format, key) {
      return exportNow(`${format}`, keyArgument('exportKey', 2, key));
    }

    async wrapKey(format, key, wrappingKey, wrapAlgorithm) {
      keyArgument('wrapKey', 2, key);
      keyArgument('wrapKey', 3, wrappingKey);
      const { name, fields } = algorithmOf(wrapAlgorithm, 'EncryptAlgorithm');
      const does = access(wrappingKey, name, 'wrapKey');
      const exported = exportNow(`${format}`, key);
      const bytes = isBuffer(exported)
        ? bytesOf(exported)
        : new TextEncoder().encode(JSON.stringify(exported));
      const wrap = does.wrapKey ?? operation(does, wrappingKey, 'encrypt');
      return wrap(fields, wrappingKey, bytes).buffer;
    }

    async unwrapKey(
      format,
      wrappedKey,
      unwrappingKey,
      unwrapAlgorithm,
      unwrappedKeyAlgorithm,
      extractable,
      keyUsages
    ) {
      const bytes = bufferArgument('unwrapKey', 2, wrappedKey);
      keyArgument('unwrapKey', 3, unwrappingKey);
      const { name, fields } = algorithmOf(unwrapAlgorithm, 'EncryptAlgorithm');
      const target = algorithmOf(unwrappedKeyAlgorithm, 'ImportKeyAlgorithm');
      const usages = usagesArgument('unwrapKey', 7, keyUsages);
      const does = access(unwrappingKey, name, 'unwrapKey');
      const unwrap = does.unwrapKey ?? operation(does, unwrappingKey, 'decrypt');
      const unwrapped = unwrap(fields, unwrappingKey, bytes);
      const data = `${format}` === 'jwk' ? JSON.parse(new TextDecoder().decode(unwrapped)) : unwrapped;
      return importNow(`${format}`, data, target, Boolean(extractable), usages);
    }

    timingSafeEqual(a, b) {
      const first = bufferArgument('timingSafeEqual', 1, a);
      const second = bufferArgument('timingSafeEqual', 2, b);
      if (first.length !== second.length) {
        throw new TypeError('Input buffers must have the same byte length.');
      }
      return compute('random.equal', first, second);
    }
  }
  expose(SubtleCrypto);

  return { SubtleCrypto, subtle: new SubtleCrypto(SECRET) };
})
