// node:querystring. https://nodejs.org/api/querystring.html
(function (host, load) {
  'use strict';
  const { Buffer } = load('node/buffer');
  const { coded } = load('node/errors');

  function escape(text) {
    const string = typeof text === 'string' ? text : typeof text === 'object' ? String(text) : `${text}`;
    try {
      return encodeURIComponent(string);
    } catch {
      throw coded(URIError, 'ERR_INVALID_URI', 'URI malformed');
    }
  }

  /** Percent-decoding that leaves alone what is malformed. */
  function unescapeBuffer(text) {
    const bytes = [];
    for (let i = 0; i < text.length; i++) {
      const hex = text[i] === '%' && /^[0-9a-f]{2}$/i.test(text.slice(i + 1, i + 3));
      bytes.push(hex ? parseInt(text.slice(i + 1, i + 3), 16) : text.charCodeAt(i));
      if (hex) i += 2;
    }
    return Buffer.from(bytes);
  }

  function unescape(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return unescapeBuffer(text).toString();
    }
  }

  function textOf(value) {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? `${value}` : '';
    return typeof value === 'bigint' || typeof value === 'boolean' ? `${value}` : '';
  }

  function stringify(object, separator = '&', equals = '=', options) {
    if (object === null || typeof object !== 'object') return '';
    const encode = options?.encodeURIComponent ?? exports.escape;
    const pairs = [];
    for (const [name, value] of Object.entries(object)) {
      for (const one of Array.isArray(value) ? value : [value]) {
        pairs.push(`${encode(name)}${equals || '='}${encode(textOf(one))}`);
      }
    }
    return pairs.join(separator || '&');
  }

  function parse(text, separator = '&', equals = '=', options) {
    const result = Object.create(null);
    if (typeof text !== 'string' || text.length === 0) return result;
    const decode = options?.decodeURIComponent ?? exports.unescape;
    const limit = typeof options?.maxKeys === 'number' ? options.maxKeys : 1000;
    const pairs = text.split(separator || '&').filter((pair) => pair !== '');
    for (const pair of limit > 0 ? pairs.slice(0, limit) : pairs) {
      const at = pair.indexOf(equals || '=');
      const [name, value] = (at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + (equals || '=').length)]).map((part) =>
        decode(part.replaceAll('+', ' '))
      );
      if (!(name in result)) result[name] = value;
      else if (Array.isArray(result[name])) result[name].push(value);
      else result[name] = [result[name], value];
    }
    return result;
  }

  const exports = { decode: parse, encode: stringify, escape, parse, stringify, unescape, unescapeBuffer };
  return exports;
})
