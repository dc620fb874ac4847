// Keys that other keys are derived from: PBKDF2 from passwords, HKDF from secrets.
(function (host, load) {
  'use strict';
  const { compute, computeLater } = load('crypto/compute');
  const { HASHES, fail, requiredHash, requiredBytes, requiredInteger } = load('crypto/parameters');
  const { newKey, materialOf, checkedUsages } = load('crypto/keys');

  // What Cloudflare allows; https://developers.cloudflare.com/workers/runtime-apis/web-crypto/
  const MAX_ITERATIONS = 100000;
  const MAX_BLOCKS = 255; // of a hash that HKDF gives, and that workerd allows PBKDF2

  function importer(ending) {
    return (name, format, data, fields, extractable, usages) => {
      const checked = checkedUsages(name, 'import secret', usages, ['deriveKey', 'deriveBits']);
      if (extractable) fail('SyntaxError', `${name} key cannot be extractable.`);
      if (format !== 'raw') {
        fail('NotSupportedError', `${name} key must be imported in "raw" format (requested "${format}")${ending}`);
      }
      return newKey(data, { type: 'secret', extractable, algorithm: { name }, usages: checked });
    };
  }

  function wholeBytes(name, length) {
    if (length === null) fail('OperationError', `${name} cannot derive a key with null length.`);
    if (length % 8 !== 0) {
      fail('OperationError', `${name} requires a derived key length that is a multiple of eight (requested ${length}).`);
    }
    return length / 8;
  }

  function checkIterations(iterations) {
    if (iterations > MAX_ITERATIONS) {
      fail('NotSupportedError', `Pbkdf2 failed: iteration counts above ${MAX_ITERATIONS} are not supported (requested ${iterations}).`);
    }
  }

  const pbkdf2 = {
    import: importer('.'),

    async deriveBits(fields, key, length) {
      const hash = requiredHash(fields);
      const salt = requiredBytes(fields, 'salt', 'DeriveKeyAlgorithm');
      const iterations = requiredInteger(fields, 'iterations');
      const bytes = wholeBytes('PBKDF2', length);
      if (iterations <= 0) {
        fail('OperationError', `PBKDF2 requires a positive iteration count (requested ${iterations}).`);
      }
      checkIterations(iterations);
      if (bytes > MAX_BLOCKS * HASHES[hash].size) {
        fail('OperationError', 'Pbkdf2 failed: derived key length exceeds maximum for this hash');
      }
      return computeLater('derive.pbkdf2', hash, materialOf(key), salt, iterations, bytes);
    },
  };

  const hkdf = {
    import: importer(''),

    deriveBits(fields, key, length) {
      const hash = requiredHash(fields);
      const salt = requiredBytes(fields, 'salt', 'DeriveKeyAlgorithm');
      const info = requiredBytes(fields, 'info', 'DeriveKeyAlgorithm');
      const bytes = wholeBytes('HKDF', length);
      if (bytes > MAX_BLOCKS * HASHES[hash].size) fail('OperationError', 'HKDF deriveBits failed.');
      return compute('derive.hkdf', hash, materialOf(key), salt, info, bytes);
    },
  };

  return { PBKDF2: pbkdf2, HKDF: hkdf, checkIterations };
})
