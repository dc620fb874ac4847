// JSON Web Keys (RFC 7517): base64url fields, and the rules for keys with two halves.
(function (host, load) {
  'use strict';
  const { fail } = load('crypto/parameters');
  const { checkedUsages, PUBLIC_USAGES, PRIVATE_USAGES } = load('crypto/keys');

  function encode(bytes) {
    return bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
  }

  /** A field's bytes; both alphabets are taken, with or without padding, and nothing is an error. */
  function decode(value, message) {
    if (value === undefined) fail('DataError', message);
    try {
      const text = `${value}`.replaceAll('-', '+').replaceAll('_', '/');
      return Uint8Array.fromBase64(text);
    } catch {
      return fail('DataError', message);
    }
  }

  /** The field's value as JSON Web Keys are written: its fields in one order, absent ones left out. */
  function write(fields) {
    const { kty, key_ops, alg, ext = true, ...rest } = fields;
    const written = {};
    for (const [name, value] of Object.entries({ kty, key_ops, alg, ext, ...rest })) {
      if (value !== undefined) written[name] = value instanceof Uint8Array ? encode(value) : value;
    }
    return written;
  }

  // What "use" is, and the operations that go with it.
  function purpose(name) {
    if (name === 'RSA-OAEP') return { use: 'enc', operations: ['encrypt', 'wrapKey'] };
    if (name === 'ECDH' || name === 'X25519') return { use: 'enc', operations: [] };
    return { use: 'sig', operations: ['sign', 'verify'] };
  }

  function checkOperations(name, jwk, usages) {
    const { use, operations } = purpose(name);
    if (new Set(jwk.key_ops).size !== jwk.key_ops.length) {
      fail('DataError', 'A JSON Web Key\'s Key Operations parameter ("key_ops") must not contain duplicates.');
    }
    const consistent =
      'A JSON Web Key should have either a Public Key Use parameter ("use") or a Key Operations parameter ("key_ops"); otherwise, the parameters must be consistent with each other.';
    if (jwk.use !== undefined) {
      if (jwk.use !== use) {
        fail('DataError', `Asymmetric "jwk" import requires a JSON Web Key with Public Key Use "use" ("${jwk.use}") equal to "${use}".`);
      }
      for (const operation of jwk.key_ops) {
        if (operations.length === 0) {
          fail('DataError', `${consistent} For public ${name} keys, there are no valid usages,so keys with a non-empty "key_ops" parameter are not allowed.`);
        }
        if (!operations.includes(operation)) {
          const [first, second] = operations;
          fail('DataError', `${consistent} A Public Key Use for ${name} would allow a Key Operations array with only "${first}" and/or "${second}" values (not "${operation}").`);
        }
      }
    }
    if (usages.some((usage) => !jwk.key_ops.includes(usage))) {
      fail('DataError', 'All specified key usages must be present in the JSON Web Key\'s Key Operations parameter ("key_ops").');
    }
  }

  /**
   * Checks everything of an asymmetric key that does not depend on its algorithm; gives its type and
   * usages. `allowed` is what both halves may be used for, `allowedPublic` the public one.
   */
  function checkAsymmetric(name, jwk, usages, allowed, allowedPublic) {
    const isPrivate = jwk.d !== undefined;
    const mine = isPrivate
      ? allowed.filter((usage) => PRIVATE_USAGES.includes(usage))
      : (allowedPublic ?? allowed.filter((usage) => PUBLIC_USAGES.includes(usage)));
    const checked = checkedUsages(name, isPrivate ? 'import private' : 'import public', usages, mine);
    if (isPrivate && jwk.oth !== undefined) {
      fail('NotSupportedError', 'Multi-prime private keys not supported.');
    }
    if (usages.length > 0 && jwk.use !== undefined && jwk.use !== purpose(name).use) {
      fail('DataError', `Asymmetric "jwk" key import with usages requires a JSON Web Key with Public Key Use parameter "use" ("${jwk.use}") equal to "sig".`);
    }
    if (jwk.key_ops !== undefined) checkOperations(name, jwk, usages);
    return { type: isPrivate ? 'private' : 'public', usages: checked };
  }

  return { encode, decode, write, checkAsymmetric };
})
