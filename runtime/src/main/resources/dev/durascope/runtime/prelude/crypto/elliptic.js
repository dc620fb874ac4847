// Elliptic curves: ECDSA and ECDH on NIST's, Ed25519 and X25519.
(function (host, load) {
  'use strict';
  const { compute, make } = load('crypto/compute');
  const { fail, hashOf } = load('crypto/parameters');
  const { newKey, newPair, isKey, materialOf, checkedUsages } = load('crypto/keys');
  const { importKey, exporter, requirePrivate, requirePublic, peerOf, firstBits } =
    load('crypto/asymmetric');
  const jwks = load('crypto/jwk');

  const SIGNING = ['sign', 'verify'];
  const DERIVING = ['deriveKey', 'deriveBits'];
  const CURVES = { 'P-256': 32, 'P-384': 48, 'P-521': 66 }; // bytes of a coordinate
  const ALGORITHMS = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' };
  const UNCOMPRESSED = 4;
  const KEY_BYTES = 32; // of the curves of Edwards and Montgomery
  const SIGNATURE_BYTES = 64;

  function curveOf(fields) {
    if (fields.namedCurve === undefined) throw new TypeError('Missing field "namedCurve" in "algorithm".');
    const curve = `${fields.namedCurve}`.toUpperCase();
    if (!Object.hasOwn(CURVES, curve)) {
      fail('NotSupportedError', `Unrecognized or unimplemented EC curve "${fields.namedCurve}" requested.`);
    }
    return curve;
  }

  function fromJwk(name, curve, jwk) {
    if (jwk.kty !== 'EC') {
      fail('DataError', `Elliptic curve "jwk" key import requires a JSON Web Key with Key Type parameter "kty" ("${jwk.kty}") equal to "EC".`);
    }
    if (name === 'ECDSA' && jwk.alg !== undefined) {
      if (!Object.hasOwn(ALGORITHMS, jwk.alg)) {
        fail('NotSupportedError', `Unrecognized or unimplemented algorithm "${jwk.alg}" listed in JSON Web Key Algorithm parameter.`);
      }
      if (ALGORITHMS[jwk.alg] !== curve) {
        fail('DataError', `JSON Web Key Algorithm parameter "alg" ("${jwk.alg}") does not match requested curve.`);
      }
    }
    const numbers = ['x', 'y'].map((field) =>
      jwks.decode(jwk[field], `Invalid EC key in JSON Web Key; missing "${field}".`)
    );
    if (jwk.d !== undefined) {
      numbers.push(jwks.decode(jwk.d, 'Invalid EC key in JSON Web Key; missing or invalid private key component ("d").'));
    }
    return make('ec.fromNumbers', curve, ...numbers);
  }

  /** ECDSA or ECDH, by what their keys are for. */
  function nist(name, allowed, allowedPublic) {
    return {
      generate(_, fields, extractable, usages) {
        checkedUsages(name, 'generate', usages, allowed);
        const namedCurve = curveOf(fields);
        const algorithm = () => ({ name, namedCurve });
        return newPair(name, make('ec.generate', namedCurve), { algorithm, extractable, usages, allowed });
      },

      import(_, format, data, fields, extractable, usages) {
        const namedCurve = curveOf(fields);
        const { material, type, usages: checked } =
          format === 'raw'
            ? {
                usages: checkedUsages(name, 'import public', usages, allowedPublic),
                type: 'public',
                material: make('ec.fromPoint', namedCurve, data),
              }
            : importKey(name, format, data, usages, {
                allowed,
                allowedPublic,
                fromJwk: (jwk) => fromJwk(name, namedCurve, jwk),
              });
        const kind = compute('key.kind', material);
        if (!Object.hasOwn(CURVES, kind)) {
          fail('DataError', name === 'ECDH' ? 'Input was not an EC public key nor a DH key.' : 'Input was not an EC key.');
        }
        if (kind !== namedCurve) {
          const comma = name === 'ECDH' ? ',' : '';
          fail('DataError', `"algorithm.namedCurve" "${fields.namedCurve}"${comma} does not match the curve specified by the input key data.`);
        }
        return newKey(material, { type, extractable, algorithm: { name, namedCurve }, usages: checked });
      },

      export: exporter({
        toJwk(key) {
          const [x, y, d] = compute('ec.numbers', materialOf(key));
          return { kty: 'EC', crv: key.algorithm.namedCurve, x, y, d };
        },
        toRaw(key) {
          if (key.type !== 'public') {
            fail('InvalidAccessError', 'Raw export of elliptic curve keys is only allowed for public keys.');
          }
          return compute('ec.point', materialOf(key), UNCOMPRESSED);
        },
      }),
    };
  }

  function callHash(fields) {
    if (fields.hash === undefined) {
      throw new TypeError(
        'Missing "hash" in AlgorithmIdentifier. (ECDSA requires that the hash algorithm be specified at call time rather than on the key. This differs from other WebCrypto algorithms for historical reasons.)'
      );
    }
    return hashOf(fields.hash);
  }

  const ecdsa = {
    ...nist('ECDSA', SIGNING, ['verify']),
    sign(fields, key, data) {
      requirePrivate(key);
      return compute('ec.sign', 'p1363', callHash(fields), materialOf(key), data);
    },
    verify(fields, key, signature, data) {
      requirePublic(key);
      const hash = callHash(fields);
      if (signature.length !== 2 * CURVES[key.algorithm.namedCurve]) return false;
      return compute('ec.verify', 'p1363', hash, materialOf(key), signature, data);
    },
  };

  const ecdh = {
    ...nist('ECDH', DERIVING, []),
    deriveBits(fields, key, length) {
      const peer = peerOf(fields, key, isKey);
      return firstBits(compute('ec.agree', materialOf(key), materialOf(peer)), length);
    },
  };

  function fromOkp(curve, jwk) {
    if (jwk.kty !== 'OKP') {
      fail('DataError', `${curve} "jwk" key imports requires a JSON Web Key with Key Type parameter "kty" ("${jwk.kty}") equal to "OKP".`);
    }
    if (jwk.crv === undefined) fail('DataError', `Missing field "crv" for ${curve} key.`);
    if (jwk.crv !== curve) {
      fail('NotSupportedError', `Only ${curve} is supported but "${jwk.crv}" was requested.`);
    }
    if (curve === 'Ed25519' && jwk.alg !== undefined && jwk.alg !== 'EdDSA') {
      fail('DataError', `JSON Web Key Algorithm parameter "alg" ("${jwk.alg}") does not match requested Ed25519 curve.`);
    }
    const x = jwks.decode(jwk.x, `Invalid ${curve} key in JSON WebKey; missing or invalid public key component ("x").`);
    if (x.length !== KEY_BYTES) fail('DataError', `Invalid length ${x.length} for public key`);
    if (jwk.d === undefined) return make('ed.ofPublic', curve, x);
    const d = jwks.decode(jwk.d, `Invalid ${curve} key in JSON Web Key; missing or invalid private key component ("d").`);
    if (d.length !== KEY_BYTES) fail('DataError', `Invalid length ${d.length} for private key`);
    return make('ed.ofSecret', curve, d);
  }

  /** Ed25519, the name it had before the standard, and X25519. */
  function edwards(name, curve, allowed, allowedPublic) {
    const isOld = name === 'NODE-ED25519';
    const algorithm = () => (isOld ? { name, namedCurve: name } : { name });
    const checkCurve = ({ namedCurve }) => {
      if (!isOld) return;
      if (namedCurve === undefined) throw new TypeError('Missing field "namedCurve" in "algorithm".');
      if (namedCurve !== name) fail('NotSupportedError', `EDDSA curve "${namedCurve}" isn't supported.`);
    };
    return {
      generate(_, fields, extractable, usages) {
        checkedUsages(name, 'generate', usages, allowed);
        checkCurve(fields);
        return newPair(name, make('ed.generate', curve), { algorithm, extractable, usages, allowed });
      },

      import(_, format, data, fields, extractable, usages) {
        checkCurve(fields);
        if (format === 'raw') {
          const checked = checkedUsages(name, 'import public', usages, allowedPublic);
          if (data.length !== KEY_BYTES) {
            fail('DataError', `${curve} raw keys must be exactly 32-bytes (provided ${data.length}).`);
          }
          const material = make('ed.ofPublic', curve, data);
          return newKey(material, { type: 'public', extractable, algorithm: algorithm(), usages: checked });
        }
        const { material, type, usages: checked } = importKey(name, format, data, usages, {
          allowed,
          fromJwk: (jwk) => fromOkp(curve, jwk),
        });
        if (compute('key.kind', material) !== curve.toLowerCase()) {
          fail('DataError', `Input was not an ${curve} key.`);
        }
        return newKey(material, { type, extractable, algorithm: algorithm(), usages: checked });
      },

      export: exporter({
        toJwk(key) {
          const x = compute('ed.publicBytes', materialOf(key));
          const d = key.type === 'private' ? compute('ed.secretBytes', materialOf(key)) : undefined;
          return { kty: 'OKP', alg: name === 'Ed25519' ? 'EdDSA' : undefined, crv: curve, x, d };
        },
        toRaw(key) {
          if (key.type !== 'public') {
            fail('InvalidAccessError', `Raw export of ${name} keys is only allowed for public keys.`);
          }
          return compute('ed.publicBytes', materialOf(key));
        },
      }),
    };
  }

  function eddsa(name) {
    return {
      ...edwards(name, 'Ed25519', SIGNING, ['verify']),
      sign(fields, key, data) {
        requirePrivate(key);
        return compute('ed.sign', materialOf(key), data);
      },
      verify(fields, key, signature, data) {
        requirePublic(key);
        if (signature.length !== SIGNATURE_BYTES) {
          fail('OperationError', `Invalid ${name} signature length ${signature.length}`);
        }
        return compute('ed.verify', materialOf(key), signature, data);
      },
    };
  }

  const x25519 = {
    ...edwards('X25519', 'X25519', DERIVING, []),
    deriveBits(fields, key, length) {
      const peer = peerOf(fields, key, isKey);
      if (length !== null && length > KEY_BYTES * 8) firstBits(new Uint8Array(KEY_BYTES), length);
      return firstBits(compute('ed.agree', materialOf(key), materialOf(peer)), length);
    },
  };

  return {
    ECDSA: ecdsa,
    ECDH: ecdh,
    Ed25519: eddsa('Ed25519'),
    'NODE-ED25519': eddsa('NODE-ED25519'),
    X25519: x25519,
  };
})
