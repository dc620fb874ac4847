// The text encodings of Buffer. UTF-8 is the engine's, the others are Java's: both are quicker than
// interpreted JavaScript.
(function (host, load) {
  'use strict';
  const { coded } = load('node/errors');
  const { toText, fromText } = host.nodeBuffer;

  const utf8 = new TextEncoder();
  const reader = new (load('boot').natives.TextDecoder)('utf-8', { ignoreBOM: true });

  const NAMES = {
    utf8: 'utf8',
    'utf-8': 'utf8',
    hex: 'hex',
    ascii: 'ascii',
    latin1: 'latin1',
    binary: 'latin1',
    base64: 'base64',
    base64url: 'base64url',
    ucs2: 'utf16le',
    'ucs-2': 'utf16le',
    utf16le: 'utf16le',
    'utf-16le': 'utf16le',
  };

  /** The encoding of a name, undefined if there is none. */
  function known(name) {
    return typeof name === 'string' ? (NAMES[name] ?? NAMES[name.toLowerCase()]) : undefined;
  }

  function named(name) {
    if (name === undefined || name === null || name === '') return 'utf8';
    const encoding = known(name);
    if (encoding === undefined) throw coded(TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${name}`);
    return encoding;
  }

  return {
    known,
    named,

    encode(text, name) {
      const encoding = named(name);
      if (encoding === 'utf8') return utf8.encode(text);
      return new Uint8Array(new ArrayBuffer(fromText(text, encoding)).slice(0));
    },

    decode(bytes, name) {
      if (bytes.length === 0) return '';
      const encoding = named(name);
      if (encoding === 'utf8') return reader.decode(bytes);
      return toText(bytes.buffer, bytes.byteOffset, bytes.length, encoding);
    },

    byteLength(text, name) {
      const encoding = known(name) ?? 'utf8';
      switch (encoding) {
        case 'latin1':
        case 'ascii':
          return text.length;
        case 'utf16le':
          return text.length * 2;
        case 'hex':
          return text.length >>> 1;
        case 'base64':
        case 'base64url':
          return Math.floor((text.replace(/={1,2}$/, '').length * 3) / 4);
        default:
          return utf8.encode(text).length;
      }
    },

    /** Writes as many whole characters as fit; gives the number of bytes. */
    write(target, text, name) {
      const encoding = named(name);
      if (encoding === 'utf8') return utf8.encodeInto(text, target).written;
      const bytes = new Uint8Array(new ArrayBuffer(fromText(text, encoding)));
      let count = Math.min(bytes.length, target.length);
      if (encoding === 'utf16le') count -= count % 2;
      target.set(bytes.subarray(0, count));
      return count;
    },
  };
})
