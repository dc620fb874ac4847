// ClientRequest of node:http and node:https. Beneath is the platform's fetch, as in production: the body is
// sent when the request is ended, redirects are not followed, and there are no sockets to see.
(function (host, load) {
  'use strict';
  const { OutgoingMessage, validateHeaderName } = load('node/http/outgoing');
  const { IncomingMessage } = load('node/http/incoming');
  const { coded, invalidArgType, abortError } = load('node/errors');

  /** The options of Node.js in one object, out of a URL, options or both. */
  function merged(input, options) {
    if (typeof input === 'string') return { ...load('node/url').urlToHttpOptions(new URL(input)), ...options };
    if (input instanceof URL) return { ...load('node/url').urlToHttpOptions(input), ...options };
    return { ...input, ...options };
  }

  function refuse(options) {
    for (const name of ['maxHeaderSize', 'createConnection', 'lookup', 'socketPath']) {
      if (options[name] !== undefined) {
        throw coded(Error, 'ERR_OPTION_NOT_IMPLEMENTED', `The options.${name} option is not implemented`);
      }
    }
    if (options.path !== undefined && /[^\u0021-\u00ff]/.test(`${options.path}`)) {
      throw coded(TypeError, 'ERR_UNESCAPED_CHARACTERS', 'Request path contains unescaped characters');
    }
    if (options.method != null && typeof options.method !== 'string') {
      throw invalidArgType('options.method', 'string', options.method);
    }
    if (options.method) validateHeaderName(options.method, 'Method');
  }

  class ClientRequest extends OutgoingMessage {
    #controller = new AbortController();
    #timer = null;

    /** @param agent whose protocol it is, and whose port where none is given */
    constructor(input, options, callback, agent) {
      // It lives on until its answer has been read.
      super({ autoDestroy: false });
      const all = merged(input, typeof options === 'function' ? {} : options);
      const done = typeof options === 'function' ? options : callback;
      refuse(all);
      this.agent = all.agent || agent;
      const protocol = all.protocol ?? this.agent.protocol;
      if (protocol !== this.agent.protocol) {
        throw coded(TypeError, 'ERR_INVALID_PROTOCOL', `Protocol "${protocol}" not supported. Expected "${this.agent.protocol}"`);
      }
      this.protocol = protocol;
      this.method = (all.method ?? 'GET').toUpperCase();
      this.path = all.path || '/';
      this.host = all.hostname || all.host || 'localhost';
      this.port = all.port ?? all.defaultPort ?? this.agent.defaultPort;
      this.reusedSocket = false;
      for (const [name, value] of headerPairs(all.headers)) this.setHeader(name, value);
      if (all.auth && !this.hasHeader('authorization')) {
        this.setHeader('Authorization', `Basic ${load('node/buffer').Buffer.from(all.auth).toString('base64')}`);
      }
      if (done) this.once('response', done);
      if (all.timeout !== undefined) this.setTimeout(all.timeout);
      const stop = () => this.destroy(abortError(all.signal));
      if (all.signal?.aborted) queueMicrotask(stop);
      else all.signal?.addEventListener('abort', stop, { once: true });
    }

    get aborted() {
      return this.destroyed;
    }

    setTimeout(millis, callback) {
      if (callback) this.once('timeout', callback);
      clearTimeout(this.#timer);
      if (millis > 0) this.#timer = setTimeout(() => this.emit('timeout'), millis);
      return this;
    }

    // There is no socket whose behaviour this could change.
    setNoDelay() {}
    setSocketKeepAlive() {}
    onSocket() {}

    abort() {
      this.emit('abort');
      this.destroy();
    }

    _final(callback) {
      callback();
      this._header = `${this.method} ${this.path} HTTP/1.1\r\n`;
      const url = new URL(`${this.protocol}//${this.host}`);
      url.port = this.port;
      const headers = new Headers();
      for (const name of this.getHeaderNames()) {
        if (name === 'host') continue;
        for (const value of [this.getHeader(name)].flat()) headers.append(name, `${value}`);
      }
      const body = this.written;
      fetch(new URL(this.path, url), {
        method: this.method,
        headers,
        body: body.length > 0 && this.method !== 'GET' && this.method !== 'HEAD' ? body : undefined,
        signal: this.#controller.signal,
        redirect: 'manual',
        encodeResponseBody: 'manual',
      }).then(
        (response) => this.#respond(response),
        (error) => {
          if (!this.destroyed) this.destroy(error);
        }
      );
    }

    #respond(response) {
      clearTimeout(this.#timer);
      const message = new IncomingMessage(response);
      message.req = this;
      this.res = message;
      message.on('error', (error) => this.emit('error', error));
      message.on('close', () => this.destroy());
      if (!this.emit('response', message)) message.resume();
    }

    _destroy(error, callback) {
      clearTimeout(this.#timer);
      if (this.res === undefined) this.#controller.abort(error ?? undefined);
      callback(error);
    }
  }

  /** Name and value, from an object or a list that alternates. */
  function headerPairs(headers) {
    if (!headers) return [];
    if (!Array.isArray(headers)) return Object.entries(headers);
    if (Array.isArray(headers[0])) return headers;
    return headers.filter((_, i) => i % 2 === 0).map((name, i) => [name, headers[2 * i + 1]]);
  }

  return { ClientRequest };
})
