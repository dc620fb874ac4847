// OutgoingMessage of node:http: headers that can be changed until they are sent, and a body that is
// written to. https://nodejs.org/api/http.html#class-httpoutgoingmessage
(function (host, load) {
  'use strict';
  const { Writable } = load('node/stream');
  const { Buffer } = load('node/buffer');
  const { coded, requireString } = load('node/errors');

  const TOKEN = /^[\^_`a-zA-Z\-0-9!#$%&'*+.|~]+$/;
  const NO_HEADER_TEXT = /[^\t\x20-\x7e\x80-\xff]/;

  function validateHeaderName(name, label = 'Header name') {
    if (typeof name !== 'string' || !TOKEN.test(name)) {
      throw coded(TypeError, 'ERR_INVALID_HTTP_TOKEN', `${label} must be a valid HTTP token ["${name}"]`);
    }
  }

  function validateHeaderValue(name, value) {
    if (value === undefined) {
      throw coded(TypeError, 'ERR_HTTP_INVALID_HEADER_VALUE', `Invalid value "${value}" for header "${name}"`);
    }
    if (NO_HEADER_TEXT.test(`${value}`)) {
      throw coded(TypeError, 'ERR_INVALID_CHAR', `Invalid character in header content ["${name}"]`);
    }
  }

  class OutgoingMessage extends Writable {
    #headers = new Map();
    #chunks = [];
    _header = null;
    finished = false;
    sendDate = false;
    shouldKeepAlive = true;
    strictContentLength = false;

    /** @param options those of Writable */
    constructor(options) {
      super(options);
    }

    get headersSent() {
      return this._header !== null;
    }

    #mayChange(action) {
      if (this.headersSent) {
        throw coded(Error, 'ERR_HTTP_HEADERS_SENT', `Cannot ${action} headers after they are sent to the client`);
      }
    }

    setHeader(name, value) {
      this.#mayChange('set');
      validateHeaderName(name);
      for (const one of Array.isArray(value) ? value : [value]) validateHeaderValue(name, one);
      this.#headers.set(name.toLowerCase(), { name, value });
      return this;
    }
    setHeaders(headers) {
      const cookies = [];
      for (const [name, value] of headers) {
        if (name.toLowerCase() === 'set-cookie') cookies.push(...[value].flat());
        else this.setHeader(name, value);
      }
      return cookies.length > 0 ? this.setHeader('set-cookie', cookies) : this;
    }
    appendHeader(name, value) {
      this.#mayChange('append');
      const before = this.getHeader(name);
      return this.setHeader(name, before === undefined ? value : [before, value].flat());
    }
    getHeader(name) {
      requireString(name, 'name');
      return this.#headers.get(name.toLowerCase())?.value;
    }
    getHeaderNames() {
      return [...this.#headers.keys()];
    }
    getRawHeaderNames() {
      return [...this.#headers.values()].map(({ name }) => name);
    }
    getHeaders() {
      return Object.assign(
        Object.create(null),
        Object.fromEntries([...this.#headers].map(([name, { value }]) => [name, value]))
      );
    }
    hasHeader(name) {
      requireString(name, 'name');
      return this.#headers.has(name.toLowerCase());
    }
    removeHeader(name) {
      requireString(name, 'name');
      this.#mayChange('remove');
      this.#headers.delete(name.toLowerCase());
    }
    flushHeaders() {}

    pipe(target) {
      this.emit('error', coded(Error, 'ERR_STREAM_CANNOT_PIPE', 'Cannot pipe, not readable'));
      return target;
    }

    _write(chunk, encoding, callback) {
      this.#chunks.push(typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk);
      callback();
    }

    /** All that was written. */
    get written() {
      return Buffer.concat(this.#chunks);
    }
  }

  return { OutgoingMessage, validateHeaderName, validateHeaderValue };
})
