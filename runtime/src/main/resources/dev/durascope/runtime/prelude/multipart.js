// The two encodings of forms: multipart/form-data, in and out, and x-www-form-urlencoded, in.
(function (host, load) {
  'use strict';
  const { FormData } = load('formdata');

  const CR = 13;
  const LF = 10;
  const DASH = 45;

  const ESCAPES = { '\n': '%0A', '\r': '%0D', '"': '%22' };

  function escape(name) {
    return name.replace(/[\n\r"]/g, (c) => ESCAPES[c]);
  }

  /** The body of a form and its content type. */
  function encode(form) {
    const { Blob, bytesOf } = load('blob');
    const boundary = `----formdata-${crypto.randomUUID()}`;
    const parts = [];
    for (const [name, value] of form) {
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="${escape(name)}"`;
      if (typeof value === 'string') {
        parts.push(`${head}\r\n\r\n${value}\r\n`);
      } else {
        const type = value.type || 'application/octet-stream';
        parts.push(`${head}; filename="${escape(value.name)}"\r\nContent-Type: ${type}\r\n\r\n`, value, '\r\n');
      }
    }
    parts.push(`--${boundary}--\r\n`);
    return { bytes: bytesOf(new Blob(parts)), type: `multipart/form-data; boundary=${boundary}` };
  }

  /** The form in a body of the given content type. */
  function parse(bytes, contentType) {
    const [type] = contentType.split(';', 1);
    switch (type.trim().toLowerCase()) {
      case 'multipart/form-data':
        return parseMultipart(bytes, boundaryOf(contentType));
      case 'application/x-www-form-urlencoded': {
        const form = new FormData();
        for (const [name, value] of new URLSearchParams(new TextDecoder().decode(bytes))) {
          form.append(name, value);
        }
        return form;
      }
      default:
        throw new TypeError(
          `Unrecognized Content-Type header value. FormData can only parse the following MIME types: multipart/form-data, application/x-www-form-urlencoded`
        );
    }
  }

  function boundaryOf(contentType) {
    const match = /;\s*boundary\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(contentType);
    if (!match) throw new TypeError('No boundary string in Content-Type header. The multipart/form-data MIME type requires a boundary parameter, e.g. \'Content-Type: multipart/form-data; boundary="abcd"\'. See RFC 7578, section 4.');
    return match[1] === undefined ? match[2] : match[1].replace(/\\(.)/g, '$1');
  }

  function indexOf(bytes, pattern, from) {
    const first = pattern[0];
    for (let i = bytes.indexOf(first, from); i >= 0; i = bytes.indexOf(first, i + 1)) {
      let length = 1;
      while (length < pattern.length && bytes[i + length] === pattern[length]) length++;
      if (length === pattern.length) return i;
    }
    return -1;
  }

  function malformed(what) {
    return new TypeError(`FormData parser: ${what}`);
  }

  function parseMultipart(bytes, boundary) {
    const form = new FormData();
    const delimiter = new TextEncoder().encode(`--${boundary}`);
    const nextDelimiter = new TextEncoder().encode(`\r\n--${boundary}`);
    let at = indexOf(bytes, delimiter, 0);
    if (at < 0) throw malformed('the boundary does not occur in the body.');
    at += delimiter.length;
    for (;;) {
      if (bytes[at] === DASH && bytes[at + 1] === DASH) return form;
      if (bytes[at] !== CR || bytes[at + 1] !== LF) throw malformed('a boundary is not followed by a line end.');
      const headEnd = indexOf(bytes, [CR, LF, CR, LF], at);
      const end = indexOf(bytes, nextDelimiter, at + 2);
      if (headEnd < 0 || end < 0) throw malformed('a part does not end.');
      const head = new TextDecoder().decode(bytes.subarray(at + 2, headEnd));
      add(form, head, bytes.subarray(Math.min(headEnd + 4, end), end));
      at = end + nextDelimiter.length;
    }
  }

  function add(form, head, content) {
    const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? '';
    const name = parameter(disposition, 'name');
    if (name === null) throw malformed('a part has no name.');
    const filename = parameter(disposition, 'filename');
    if (filename === null || !host.flags.isOn('formdata_parser_supports_files')) {
      form.append(name, new TextDecoder('utf-8', { ignoreBOM: true }).decode(content));
    } else {
      const type = /^content-type:\s*(.*?)\s*$/im.exec(head)?.[1] ?? 'text/plain';
      form.append(name, new (load('blob').File)([content], filename, { type }));
    }
  }

  function parameter(disposition, name) {
    const match = new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(disposition) ??
      new RegExp(`;\\s*${name}=([^;\\s"]+)`, 'i').exec(disposition);
    if (!match) return null;
    return match[1].replace(/%0A|%0D|%22/gi, (c) => String.fromCharCode(parseInt(c.slice(1), 16)));
  }

  return { encode, parse };
})
