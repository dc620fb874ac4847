// ServerResponse of node:http: what is written becomes a Response of the platform. It is there as soon as the
// first of the body is, and all at once if the message is ended by what it is begun with.
// https://nodejs.org/api/http.html#class-httpserverresponse
(function (host, load) {
  'use strict';
  const { OutgoingMessage, validateHeaderName, validateHeaderValue } = load('node/http/outgoing');
  const { STATUS_CODES } = load('node/http/names');
  const { coded, invalidArgValue, notImplemented } = load('node/errors');

  const NO_STATUS_TEXT = /[^\t\x20-\x7e\x80-\xff]/;

  /** Name and value, from an object, a list of pairs or a list that alternates. */
  function headerPairs(headers) {
    if (!headers) return [];
    if (!Array.isArray(headers)) return Object.entries(headers);
    if (Array.isArray(headers[0])) return headers;
    if (headers.length % 2 !== 0) throw invalidArgValue('headers', headers);
    return headers.flatMap((name, i) => (i % 2 === 0 ? [[name, headers[i + 1]]] : []));
  }

  class ServerResponse extends OutgoingMessage {
    #answer = Promise.withResolvers();
    #highWaterMark;
    #controller = null;
    #resume = null;
    #isBegun = false;
    #isLast = false;
    #hasBody;
    #length = null;
    #remaining = Infinity;
    statusCode = 200;
    statusMessage = 'unknown';

    constructor(request, options = {}) {
      if (!host.flags.isOn('enable_nodejs_http_server_modules')) throw notImplemented('ServerResponse');
      super({ highWaterMark: options.highWaterMark });
      this.req = request;
      this.#highWaterMark = this.writableHighWaterMark;
      this.#hasBody = request?.method !== 'HEAD';
      this.once('error', this.#answer.reject);
      this.#answer.promise.catch(() => {});
    }

    /** The Response that this becomes. */
    static responseTo(message) {
      return message.#answer.promise;
    }

    writeHead(statusCode, reason, headers) {
      if (this.headersSent) {
        throw coded(Error, 'ERR_HTTP_HEADERS_SENT', 'Cannot write headers after they are sent to the client');
      }
      const status = statusCode | 0;
      if (status < 200 || status > 999) {
        throw coded(RangeError, 'ERR_HTTP_INVALID_STATUS_CODE', `Invalid status code: ${statusCode}`);
      }
      if (typeof reason === 'string') this.statusMessage = reason;
      this.statusMessage ||= STATUS_CODES[status] ?? 'unknown';
      this.statusCode = status;
      const source = typeof reason === 'string' ? headers : (headers ?? reason);
      const given = headerPairs(source);
      for (const [name] of given) {
        validateHeaderName(`${name}`);
        // Those of a list come in the place of what was set before, and may repeat.
        if (Array.isArray(source)) this.removeHeader(`${name}`);
      }
      for (const [name, value] of given) {
        if (Array.isArray(source)) this.appendHeader(`${name}`, value);
        else if (value !== undefined && value !== null && value !== false) this.setHeader(name, value);
        else validateHeaderValue(name, value);
      }
      if (NO_STATUS_TEXT.test(this.statusMessage)) {
        throw coded(TypeError, 'ERR_INVALID_CHAR', 'Invalid character in statusMessage');
      }
      if (status === 204 || status === 304) this.#hasBody = false;
      this.#remaining = Number(this.getHeader('content-length') ?? Infinity);
      this._header = `HTTP/1.1 ${status} ${this.statusMessage}\r\n`;
      return this;
    }
    writeHeader(...args) {
      return this.writeHead(...args);
    }
    _implicitHeader() {
      this.writeHead(this.statusCode);
    }

    flushHeaders() {
      if (!this.headersSent) this._implicitHeader();
      this.#stream();
    }

    write(chunk, encoding, callback) {
      const isData = typeof chunk === 'string' || chunk instanceof Uint8Array;
      if (isData && !this.headersSent) this._implicitHeader();
      return super.write(chunk, encoding, callback);
    }

    end(chunk, encoding, callback) {
      const { Buffer } = load('node/buffer');
      const hasChunk = chunk !== undefined && chunk !== null && typeof chunk !== 'function';
      if (!this.headersSent) {
        if (typeof chunk === 'string') {
          this.#length = Buffer.byteLength(chunk, typeof encoding === 'string' ? encoding : undefined);
        } else this.#length = hasChunk ? chunk.byteLength : 0;
        this._implicitHeader();
      }
      this.#isLast = true;
      super.end(chunk, encoding, callback);
      this.finished = true;
      this.#goOn();
      return this;
    }

    _write(chunk, encoding, callback) {
      const part = chunk.length > this.#remaining ? chunk.subarray(0, this.#remaining) : chunk;
      this.#remaining -= part.length;
      if (!this.#isBegun && this.#isLast && this.writableLength === chunk.length) {
        this.#begin(part);
        callback();
        return;
      }
      this.#stream();
      // A stream of bytes takes the buffer of what it is given away; this one is the user's.
      if (part.length > 0) this.#controller?.enqueue(new Uint8Array(part));
      if (this.#isLast || !this.#controller || this.#controller.desiredSize > 0) callback();
      else this.#resume = callback;
    }

    _final(callback) {
      if (!this.#isBegun) this.#begin(null);
      this.#controller?.close();
      this.#controller = null;
      callback();
    }

    _destroy(error, callback) {
      if (error && !this.#isBegun) this.#answer.reject(error);
      this.#controller?.error(error ?? new Error('The response was destroyed before it was ended'));
      this.#controller = null;
      callback(error);
    }

    /** Lets the next chunk be written. */
    #goOn() {
      const resume = this.#resume;
      this.#resume = null;
      resume?.();
    }

    #stream() {
      if (this.#isBegun) return;
      if (!this.#hasBody) {
        this.#begin(null);
        return;
      }
      const source = {
        type: 'bytes',
        start: (controller) => {
          this.#controller = controller;
        },
        pull: () => this.#goOn(),
        cancel: (reason) => {
          this.#controller = null;
          this.destroy(reason);
        },
      };
      this.#begin(new ReadableStream(source, { highWaterMark: this.#highWaterMark }));
    }

    #begin(body) {
      this.#isBegun = true;
      const init = { status: this.statusCode, statusText: this.statusMessage, headers: this.#platformHeaders() };
      try {
        this.#answer.resolve(new Response(this.#hasBody ? body : null, init));
      } catch (error) {
        this.#answer.reject(error);
      }
    }

    #platformHeaders() {
      const headers = new Headers();
      for (const name of this.getHeaderNames()) {
        const value = this.getHeader(name);
        if (Array.isArray(value) && name !== 'cookie') for (const one of value) headers.append(name, `${one}`);
        else headers.append(name, Array.isArray(value) ? value.join('; ') : `${value}`);
      }
      if (!headers.has('connection')) headers.set('Connection', 'keep-alive');
      if (this.#hasBody && !headers.has('content-length') && !headers.has('transfer-encoding')) {
        if (this.#length !== null) headers.set('Content-Length', `${this.#length}`);
        else headers.set('Transfer-Encoding', 'chunked');
      }
      return headers;
    }

    assignSocket() {
      throw notImplemented('assignSocket');
    }
    detachSocket() {
      throw notImplemented('detachSocket');
    }
    writeContinue() {
      throw notImplemented('writeContinue');
    }
    writeProcessing() {
      throw notImplemented('writeProcessing');
    }
    writeEarlyHints() {
      throw notImplemented('writeEarlyHints');
    }
  }

  const { responseTo } = ServerResponse;
  delete ServerResponse.responseTo;
  return { ServerResponse, responseTo };
})
