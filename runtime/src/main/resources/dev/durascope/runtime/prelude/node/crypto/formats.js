// Keys as PEM, DER and JSON Web Keys.
(function (host, load) {
  'use strict';
  const { compute, make } = load('crypto/compute');
  const { coded } = load('node/errors');
  const jwks = load('crypto/jwk');

  const LINE = 64; // characters of base64
  const LABELS = {
    spki: 'PUBLIC KEY',
    pkcs8: 'PRIVATE KEY',
    sec1: 'EC PRIVATE KEY',
  };
  const PUBLIC_LABELS = ['PUBLIC KEY', 'RSA PUBLIC KEY', 'CERTIFICATE'];
  const PRIVATE_LABELS = ['PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY', 'ENCRYPTED PRIVATE KEY'];
  const CIPHERS = { 'aes-128-cbc': 128, 'aes-256-cbc': 256 };

  function toPem(label, der) {
    const lines = der.toBase64().match(new RegExp(`.{1,${LINE}}`, 'g'));
    return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
  }

  /** The first block of PEM with one of the labels, as `{label, der}`; undefined if there is none. */
  function fromPem(bytes, labels) {
    const text = new TextDecoder().decode(bytes);
    for (const [, label, body] of text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([^]*?)-----END \1-----/g)) {
      if (!labels.includes(label)) continue;
      if (body.includes('Proc-Type:')) {
        throw new Error('PEM that is encrypted in its own way is not available in this version of Durascope: use PKCS #8');
      }
      try {
        return { label, der: Uint8Array.fromBase64(body) };
      } catch {
        return undefined;
      }
    }
    return undefined;
  }

  function attempt(action) {
    try {
      return action();
    } catch (error) {
      if (error instanceof DOMException) return undefined;
      throw error;
    }
  }

  function readDer(label, der, passphrase) {
    switch (label) {
      case 'RSA PUBLIC KEY':
        return make('key.fromPkcs1', der);
      case 'PUBLIC KEY':
        return make('key.fromSpki', der);
      case 'CERTIFICATE':
        return make('key.fromCertificate', der);
      case 'ENCRYPTED PRIVATE KEY':
        return make('key.fromPkcs8', compute('key.decrypt', der, passphrase ?? new Uint8Array()));
      default:
        return make('key.fromPkcs8', der);
    }
  }

  function tryPrivate({ data, format, passphrase }) {
    const found = format === 'der' ? { label: 'PRIVATE KEY', der: data } : fromPem(data, PRIVATE_LABELS);
    if (!found) return undefined;
    const plain = attempt(() => readDer(found.label, found.der, passphrase));
    if (plain || format !== 'der' || !passphrase) return plain;
    return attempt(() => readDer('ENCRYPTED PRIVATE KEY', found.der, passphrase));
  }

  function readPrivate(given) {
    const material = tryPrivate(given);
    if (!material) throw new Error('Failed to parse private key');
    return material;
  }

  function readPublic(given) {
    const { data, format, type } = given;
    const found =
      format === 'der'
        ? { label: type === 'pkcs1' ? 'RSA PUBLIC KEY' : 'PUBLIC KEY', der: data }
        : fromPem(data, PUBLIC_LABELS);
    const material = found && attempt(() => readDer(found.label, found.der));
    if (material) return material;
    const secret = tryPrivate(given);
    if (!secret) throw new Error('Failed to parse public key');
    return make('key.publicHalf', secret);
  }

  function incompatible(encoding, family) {
    throw coded(
      Error,
      'ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS',
      `The selected key encoding ${encoding} can only be used for ${family} keys.`
    );
  }

  function write(type, material, { format, encoding, cipher, passphrase }) {
    if (format !== 'pem' && format !== 'der') throw new Error('Invalid key format');
    const kind = compute('key.kind', material);
    const allowed = type === 'public' ? ['pkcs1', 'spki'] : ['pkcs1', 'pkcs8', 'sec1'];
    if (!['pkcs1', 'spki', 'pkcs8', 'sec1'].includes(encoding)) throw new Error('Invalid key encoding');
    if (encoding === 'pkcs1' && kind !== 'rsa') incompatible(encoding, 'RSA');
    if (encoding === 'sec1' && !kind.startsWith('P-')) incompatible(encoding, 'EC');
    if (!allowed.includes(encoding)) throw new Error('Failed to export key');
    let der = compute('key.toBytes', encoding, material);
    let label = LABELS[encoding] ?? (type === 'public' ? 'RSA PUBLIC KEY' : 'RSA PRIVATE KEY');
    if (type === 'private' && cipher !== undefined) {
      const bits = CIPHERS[cipher.toLowerCase()];
      if (bits === undefined) throw new Error(`Unknown cipher: ${cipher}`);
      if (encoding !== 'pkcs8') {
        throw new Error(`Encrypting ${encoding} is not available in this version of Durascope: use pkcs8`);
      }
      der = compute('key.encrypt', bits, der, passphrase);
      label = 'ENCRYPTED PRIVATE KEY';
    }
    return format === 'pem' ? toPem(label, der) : der;
  }

  function toJwk(type, material) {
    if (type === 'secret') return jwks.write({ kty: 'oct', k: material });
    const kind = compute('key.kind', material);
    const written = (fields) => jwks.write({ ...fields, ext: undefined });
    if (kind === 'rsa') {
      const [n, e, d, p, q, dp, dq, qi] = compute('rsa.numbers', material);
      return unmarked(written({ kty: 'RSA', d, n, e, p, q, dp, dq, qi }));
    }
    if (kind.startsWith('P-')) {
      const [x, y, d] = compute('ec.numbers', material);
      return unmarked(written({ kty: 'EC', crv: kind, x, y, d }));
    }
    const crv = kind === 'ed25519' ? 'Ed25519' : 'X25519';
    const x = compute('ed.publicBytes', material);
    const d = type === 'private' ? compute('ed.secretBytes', material) : undefined;
    return unmarked(written({ kty: 'OKP', alg: crv === 'Ed25519' ? 'EdDSA' : undefined, crv, x, d }));
  }

  /** KeyObjects do not say whether they are extractable: all are. */
  function unmarked({ ext, ...fields }) {
    return fields;
  }

  function fromJwk(type, jwk) {
    const bytes = (field) => jwks.decode(jwk[field], `Invalid JSON Web Key; missing or invalid "${field}"`);
    const needed = (...fields) => fields.map(bytes);
    const isPrivate = type === 'private';
    switch (jwk.kty) {
      case 'RSA': {
        const all = isPrivate ? ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'] : ['n', 'e'];
        return make('rsa.fromNumbers', ...needed(...all));
      }
      case 'EC':
        return make('ec.fromNumbers', `${jwk.crv}`, ...needed(...(isPrivate ? ['x', 'y', 'd'] : ['x', 'y'])));
      case 'OKP':
        if (jwk.crv === 'Ed25519' || jwk.crv === 'X25519') {
          return isPrivate ? make('ed.ofSecret', jwk.crv, bytes('d')) : make('ed.ofPublic', jwk.crv, bytes('x'));
        }
    }
    throw new Error(`JWK ${type} key import is not implemented for this key type`);
  }

  return { readPrivate, readPublic, write, toJwk, fromJwk };
})
