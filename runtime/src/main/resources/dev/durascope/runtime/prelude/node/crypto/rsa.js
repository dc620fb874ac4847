// publicEncrypt, privateDecrypt, and their counterparts.
(function (host, load) {
  'use strict';
  const { compute } = load('crypto/compute');
  const { invalidArgType, missingArgs } = load('node/errors');
  const { hashNamed, bytes, output, requireString, wrongKeyType } = load('node/crypto/inputs');
  const { isKeyObject, privateMaterial, publicMaterial } = load('node/crypto/keys');
  const { isKey } = load('crypto/keys');

  const PADDINGS = { 1: 'PKCS1Padding', 3: 'NoPadding' };
  const OAEP = 4;
  const DEFAULT_PADDING = 1; // of workerd; that of Node.js is OAEP
  const LABEL_TYPES = ['string', 'Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'];

  /** One of the four: by which half of the key, and whether it encrypts. */
  function operation(byPrivate, encrypt) {
    return (options, data) => {
      if (options === undefined) throw missingArgs(byPrivate ? 'privateKey' : 'key');
      if (data === undefined) throw missingArgs('buffer');
      const wanted = byPrivate ? 'private' : 'public';
      if ((isKeyObject(options) || isKey(options)) && options.type !== wanted) {
        throw wrongKeyType(options.type, wanted);
      }
      const key = byPrivate ? privateMaterial(options) : publicMaterial(options);
      const { padding, oaepHash = 'sha256', oaepLabel, encoding = 'utf8' } = options;
      requireString(oaepHash, 'options.oaepHash');
      const chosen = padding ?? DEFAULT_PADDING;
      if (typeof chosen !== 'number') throw invalidArgType('options.padding', 'number', chosen);
      if (compute('key.kind', key) !== 'rsa') throw new Error('publicEncrypt() currently only supports RSA keys');
      const message = bytes(data, 'buffer', encoding);
      try {
        if (chosen === OAEP && byPrivate !== encrypt) {
          const hash = hashNamed(oaepHash);
          if (!hash) throw new Error('Unsupported hash digest');
          const label =
            oaepLabel === undefined
              ? new Uint8Array()
              : bytes(oaepLabel, 'options.oaepLabel', encoding, LABEL_TYPES);
          return output(compute('rsa.oaep', encrypt, hash.name, label, key, message));
        }
        if (!(chosen in PADDINGS)) throw new Error('Failed to set the padding');
        return output(compute('rsa.cipher', encrypt, PADDINGS[chosen], byPrivate, key, message));
      } catch (error) {
        if (error instanceof DOMException) throw new Error('Failed to cipher/decipher');
        throw error;
      }
    };
  }

  return {
    publicEncrypt: operation(false, true),
    publicDecrypt: operation(false, false),
    privateEncrypt: operation(true, true),
    privateDecrypt: operation(true, false),
  };
})
