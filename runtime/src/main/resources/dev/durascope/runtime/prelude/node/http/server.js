// Server of node:http. It listens on a port in name: the requests are those that the Worker is asked, and
// come by `cloudflare:node`. https://developers.cloudflare.com/workers/runtime-apis/nodejs/http/
(function (host, load) {
  'use strict';
  const EventEmitter = load('node/events');
  const ports = load('node/http/ports');
  const { IncomingMessage, accept } = load('node/http/incoming');
  const { ServerResponse, responseTo } = load('node/http/response');
  const { coded, invalidArgType, notImplemented, outOfRange, requireFunction } = load('node/errors');

  const MAX_PORT = 65_535;
  const MAX_TRIES_FOR_A_PORT = 10;
  const HEADERS_TIMEOUT_MILLIS = 60_000;
  const REQUEST_TIMEOUT_MILLIS = 300_000;

  function requireInteger(value, name, min) {
    if (typeof value !== 'number') throw invalidArgType(name, 'number', value);
    if (!Number.isInteger(value)) throw outOfRange(name, 'an integer', value);
    if (value < min) throw outOfRange(name, `>= ${min} && <= ${Number.MAX_SAFE_INTEGER}`, value);
  }

  function requireBoolean(value, name) {
    if (typeof value !== 'boolean') throw invalidArgType(name, 'boolean', value);
  }

  /** What a server may be told, and what it has no use for. */
  function settings(options) {
    for (const name of ['maxHeaderSize', 'keepAliveTimeout', 'keepAliveTimeoutBuffer', 'connectionsCheckingInterval']) {
      if (options[name] === undefined) continue;
      requireInteger(options[name], name, 0);
      throw coded(Error, 'ERR_OPTION_NOT_IMPLEMENTED', `The ${name} option is not implemented`);
    }
    for (const name of ['requireHostHeader', 'joinDuplicateHeaders', 'rejectNonStandardBodyWrites', 'insecureHTTPParser']) {
      if (options[name] !== undefined) requireBoolean(options[name], `options.${name}`);
    }
    for (const name of ['requestTimeout', 'headersTimeout']) {
      if (options[name] !== undefined) requireInteger(options[name], name, 0);
    }
    const { requestTimeout = REQUEST_TIMEOUT_MILLIS, requireHostHeader = true } = options;
    const { joinDuplicateHeaders = false, rejectNonStandardBodyWrites = false } = options;
    const headersTimeout = options.headersTimeout ?? Math.min(HEADERS_TIMEOUT_MILLIS, requestTimeout);
    if (requestTimeout > 0 && headersTimeout > requestTimeout) {
      throw outOfRange('headersTimeout', '<= requestTimeout', options.headersTimeout);
    }
    return { requestTimeout, headersTimeout, requireHostHeader, joinDuplicateHeaders, rejectNonStandardBodyWrites };
  }

  function requirePort(port) {
    const number = typeof port === 'string' && port.trim() !== '' ? Number(port) : port;
    if (typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= MAX_PORT) return number;
    throw coded(Error, 'ERR_SOCKET_BAD_PORT', `options.port should be >= 0 and < 65536. Received ${typeof port}.`);
  }

  function freePort() {
    for (let i = 0; i < MAX_TRIES_FOR_A_PORT; i++) {
      const port = 1 + Math.floor(Math.random() * MAX_PORT);
      if (!ports.has(port)) return port;
    }
    throw new Error(`Failed to find a suitable port after ${MAX_TRIES_FOR_A_PORT} attempts`);
  }

  class Server extends EventEmitter {
    #port = null;
    #Incoming;
    #Response;
    httpAllowHalfOpen = false;
    timeout = 0;
    maxHeadersCount = null;
    maxRequestsPerSocket = 0;
    connectionsCheckingInterval = 30_000;
    keepAliveTimeout = 5_000;
    keepAliveTimeoutBuffer = 1_000;

    constructor(options, listener) {
      if (!host.flags.isOn('enable_nodejs_http_server_modules')) throw notImplemented('Server');
      super({ captureRejections: true });
      const given = typeof options === 'function' ? {} : (options ?? {});
      if (typeof given !== 'object' || Array.isArray(given)) throw invalidArgType('options', 'object', options);
      Object.assign(this, settings(given));
      this.highWaterMark = given.highWaterMark > 0 ? given.highWaterMark : load('node/stream').getDefaultHighWaterMark();
      this.#Incoming = given.IncomingMessage ?? IncomingMessage;
      this.#Response = given.ServerResponse ?? ServerResponse;
      const onRequest = typeof options === 'function' ? options : listener;
      if (onRequest) this.on('request', onRequest);
    }

    listen(...args) {
      const callback = args.find((arg) => typeof arg === 'function');
      const first = args[0];
      const port = requirePort((first !== null && typeof first === 'object' ? first.port : typeof first === 'function' ? 0 : first) ?? 0);
      if (this.#port !== null) {
        throw coded(Error, 'ERR_SERVER_ALREADY_LISTEN', 'Listen method has been called more than once without closing.');
      }
      if (ports.has(port)) {
        const error = coded(Error, 'EADDRINUSE', `bind EADDRINUSE 127.0.0.1:${port}`);
        throw Object.assign(error, { syscall: 'bind', address: '127.0.0.1', port });
      }
      if (callback) this.once('listening', callback);
      this.#port = port || freePort();
      ports.set(this.#port, (request, env, ctx) => this.#answer(request, env, ctx));
      queueMicrotask(() => this.emit('listening'));
      return this;
    }

    async #answer(request, env, ctx) {
      const incoming = accept(new this.#Incoming(), request, this.#port, { env, ctx, cf: request.cf });
      const response = new this.#Response(incoming, { highWaterMark: this.highWaterMark });
      try {
        this.emit('connection', this, incoming);
        this.emit('request', incoming, response);
      } catch (error) {
        response.destroy(error);
        throw error;
      }
      return responseTo(response);
    }

    /** A listener that is an async function and fails ends the request, as one that throws does. */
    [Symbol.for('nodejs.rejection')](error, event, ...args) {
      if (event === 'request') args[1].destroy(error);
      else this.emit('error', error);
    }

    close(callback) {
      if (this.#port !== null) ports.delete(this.#port);
      this.#port = null;
      if (typeof callback === 'function') this.once('close', callback);
      queueMicrotask(() => this.emit('close'));
      return this;
    }

    // There are no connections to be closed, counted or kept from ending the process.
    closeAllConnections() {}
    closeIdleConnections() {}
    ref() {
      return this;
    }
    unref() {
      return this;
    }
    getConnections(callback) {
      if (callback) {
        requireFunction(callback, 'callback');
        queueMicrotask(() => callback(null, 0));
      }
      return this;
    }
    get connections() {
      return 0;
    }
    get maxConnections() {
      return Infinity;
    }

    setTimeout(millis, callback) {
      if (typeof millis === 'number') this.timeout = millis;
      const onTimeout = typeof millis === 'function' ? millis : callback;
      if (typeof onTimeout === 'function') this.once('timeout', onTimeout);
      return this;
    }

    get listening() {
      return this.#port !== null;
    }
    address() {
      return this.#port === null ? null : { port: this.#port, family: 'IPv4', address: '127.0.0.1' };
    }
    async [Symbol.asyncDispose]() {
      return new Promise((resolve) => this.close(resolve));
    }
  }

  return { Server };
})
