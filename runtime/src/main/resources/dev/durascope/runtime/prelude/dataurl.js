// data: URLs as fetch() reads them (Fetch standard, "data: URL processor").
(function (host, load) {
  'use strict';
  const { Response } = load('response');
  const DEFAULT_TYPE = 'text/plain;charset=US-ASCII';

  /** The type and the bytes of a URL that the URL parser has made. */
  function parse(url) {
    const text = url.replace(/#.*$/s, '').slice('data:'.length);
    const comma = text.indexOf(',');
    if (comma < 0) return null;
    let type = text.slice(0, comma).trim();
    let bytes = percentDecoded(text.slice(comma + 1));
    const base64 = /; *base64$/i.exec(type);
    if (base64 !== null) {
      type = type.slice(0, base64.index);
      const binary = atob(String.fromCharCode(...bytes));
      bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0));
    }
    if (type.startsWith(';')) type = `text/plain${type}`;
    return { type: type.includes('/') ? type : DEFAULT_TYPE, bytes };
  }

  function percentDecoded(text) {
    const source = new TextEncoder().encode(text);
    const bytes = [];
    for (let i = 0; i < source.length; i++) {
      const hex = source[i] === 0x25 ? String.fromCharCode(source[i + 1], source[i + 2]) : '';
      if (/^[0-9a-f]{2}$/i.test(hex)) {
        bytes.push(parseInt(hex, 16));
        i += 2;
      } else {
        bytes.push(source[i]);
      }
    }
    return new Uint8Array(bytes);
  }

  /** What fetch() answers. */
  function fetch(request) {
    const data = parse(request.url);
    if (data === null) throw new TypeError(`Fetch API cannot load: ${request.url}`);
    const body = request.method === 'GET' ? data.bytes : null;
    return new Response(body, { headers: { 'content-type': data.type } });
  }

  return { fetch };
})
