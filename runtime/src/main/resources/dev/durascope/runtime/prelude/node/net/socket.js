// Socket of node:net, on a socket of `cloudflare:sockets`: a stream of Node.js around two of the platform's.
// https://nodejs.org/api/net.html#class-netsocket
//
// Any of them can become a TLS connection later, so it is opened for that. Bytes are asked for only while
// somebody wants them: those that come after the words that agree on TLS are the handshake's.
(function (host, load) {
  'use strict';
  const { Duplex } = load('node/stream');
  const { Buffer } = load('node/buffer');
  const { isIP } = load('node/net/addresses');
  const { coded, invalidArgType, invalidArgValue, outOfRange, requireFunction } = load('node/errors');

  const MAX_PORT = 65_535;
  const UNKNOWN_HOST = /unknown ?host|failed to resolve|not known|nodename|name resolution/i;

  /** The arguments of connect(): options, port and host, and a callback behind either. */
  function parse(args) {
    const callback = args.find((arg) => typeof arg === 'function');
    const [first, second] = args;
    if (first !== null && typeof first === 'object') return { options: first, callback };
    if (typeof first === 'string' && Number.isNaN(Number(first))) return { options: { path: first }, callback };
    return { options: { port: first, host: typeof second === 'string' ? second : undefined }, callback };
  }

  function portOf(port) {
    if (typeof port !== 'number' && typeof port !== 'string') {
      throw invalidArgType('options.port', ['number', 'string'], port);
    }
    const number = Number(port);
    if (`${port}`.trim() !== '' && Number.isInteger(number) && number >= 0 && number <= MAX_PORT) return number;
    throw coded(Error, 'ERR_SOCKET_BAD_PORT', `Port should be >= 0 and < 65536. Received ${typeof port}.`);
  }

  /** The platform's failure to connect, in the words of the operating system. */
  function connectError(reason, { address, port }) {
    const cause = load('socketfailures').get(reason);
    if (cause === undefined) return reason;
    if (UNKNOWN_HOST.test(cause)) {
      const error = coded(Error, 'ENOTFOUND', `getaddrinfo ENOTFOUND ${address}`);
      return Object.assign(error, { errno: -3008, syscall: 'getaddrinfo', hostname: address });
    }
    const error = coded(Error, 'ECONNREFUSED', `connect ECONNREFUSED ${address}:${port}`);
    return Object.assign(error, { errno: -111, syscall: 'connect', address, port });
  }

  class Socket extends Duplex {
    #platform = null;
    #reader = null;
    #writer = null;
    #isReading = false;
    #timer;
    #peer = {};
    connecting = false;
    timeout = 0;
    bytesRead = 0;
    bytesWritten = 0;

    constructor(options = {}) {
      if (typeof options === 'number' || options?.fd !== undefined) {
        throw coded(Error, 'ERR_OPTION_NOT_IMPLEMENTED', 'The options.fd option is not implemented');
      }
      const { allowHalfOpen = false, highWaterMark, signal } = options ?? {};
      super({ allowHalfOpen: Boolean(allowHalfOpen), highWaterMark, signal, emitClose: false });
    }

    connect(...args) {
      const { options, callback } = parse(args);
      if (this.connecting) throw coded(Error, 'ERR_SOCKET_CONNECTING', 'Socket is already connecting');
      if (options.path !== undefined) throw invalidArgValue('path', options.path, 'is not supported');
      if (options.port === undefined) {
        throw coded(TypeError, 'ERR_MISSING_ARGS', 'The "options" or "port" or "path" argument must be specified');
      }
      if (callback) this.once('connect', callback);
      const port = portOf(options.port);
      const name = options.host ?? 'localhost';
      this.connecting = true;
      this.#touch();
      if (options.lookup === undefined || isIP(name)) this.#open(name, port);
      else {
        requireFunction(options.lookup, 'options.lookup');
        options.lookup(name, { family: options.family ?? 0, hints: options.hints }, (error, address, family) => {
          this.emit('lookup', error, address, family, name);
          if (error) this.destroy(error);
          else this.#open(address, port);
        });
      }
      return this;
    }

    /** How the platform's socket is opened. */
    _transport() {
      return 'starttls';
    }

    #open(name, port) {
      const family = isIP(name);
      this.#peer = { address: name, port, family: family ? `IPv${family}` : undefined };
      const target = `${family === 6 ? `[${name}]` : name}:${port}`;
      this.emit('connectionAttempt', name, port, family);
      try {
        const { connect } = load('cloudflare/sockets');
        this.#use(connect(target, { allowHalfOpen: true, secureTransport: this._transport() }));
      } catch (error) {
        this.destroy(error);
      }
    }

    #use(platform) {
      this.#platform = platform;
      this.#reader = platform.readable.getReader();
      this.#writer = platform.writable.getWriter();
      platform.closed.catch((error) => {
        if (!this.connecting) this.destroy(error);
      });
      this.#writer.closed.catch(() => {});
      this.#reader.closed.catch(() => {});
      platform.opened.then(
        () => {
          if (this.destroyed) return;
          this.connecting = false;
          this.#touch();
          this._opened();
        },
        (error) => this.#cannotOpen(error)
      );
    }

    #cannotOpen(reason) {
      const error = connectError(reason, this.#peer);
      if (error.code === 'ECONNREFUSED') this.emit('connectionAttemptFailed', this.#peer.address, this.#peer.port, isIP(this.#peer.address), error);
      this.destroy(error);
    }

    _opened() {
      this.emit('connect');
      this.emit('ready');
    }

    /** Takes the connection of `plain` over, which is given up, and speaks TLS on it. */
    _upgrade(plain, name) {
      const start = () => {
        this.#peer = plain.#peer;
        plain.#reader.releaseLock();
        plain.#writer.releaseLock();
        const { startTls } = plain.#platform;
        try {
          this.#use(startTls.call(plain.#platform, name === undefined ? {} : { expectedServerHostname: name }));
        } catch (error) {
          this.destroy(error);
        }
        plain.#platform = null;
      };
      this.connecting = true;
      plain.#isReading = true;
      if (plain.#platform !== null && !plain.connecting) start();
      else plain.once('connect', start);
    }

    _read() {
      if (this.#platform === null || this.connecting) {
        this.once(this._openedEvent(), () => this._read());
        return;
      }
      if (this.#isReading) return;
      this.#isReading = true;
      this.#reader.read().then(
        ({ done, value }) => {
          this.#isReading = false;
          if (this.destroyed) return;
          this.#touch();
          this.bytesRead += value?.byteLength ?? 0;
          this.push(done ? null : Buffer.from(value.buffer, value.byteOffset, value.byteLength));
        },
        (error) => this.destroy(error)
      );
    }

    /** The event that says that bytes can be sent. */
    _openedEvent() {
      return 'connect';
    }

    #whenOpen(action, callback) {
      if (this.#platform !== null && !this.connecting) {
        action();
        return;
      }
      if (!this.connecting) {
        callback(coded(Error, 'ERR_SOCKET_CLOSED', 'Socket is closed'));
        return;
      }
      this.once(this._openedEvent(), action);
      this.once('close', () => {
        if (this.connecting) callback(coded(Error, 'ERR_SOCKET_CLOSED_BEFORE_CONNECTION', 'Socket closed before the connection was established'));
      });
    }

    _write(chunk, encoding, callback) {
      this.#whenOpen(() => {
        this.#touch();
        this.bytesWritten += chunk.length;
        this.#writer.write(chunk).then(() => callback(), callback);
      }, callback);
    }

    _final(callback) {
      if (this.#platform === null && !this.connecting) callback();
      else this.#whenOpen(() => this.#writer.close().then(() => callback(), callback), callback);
    }

    _destroy(error, callback) {
      clearTimeout(this.#timer);
      this.#platform?.close().catch(() => {});
      callback(error);
      // Behind the `error` that the callback has put in the queue.
      load('node/process').nextTick(() => {
        this.emit('close', Boolean(error));
        this.connecting = false;
      });
    }

    destroySoon() {
      if (this.writable) this.end();
      if (this.writableFinished) this.destroy();
      else this.once('finish', () => this.destroy());
    }
    resetAndDestroy() {
      return this.destroy(this.#platform === null ? coded(Error, 'ERR_SOCKET_CLOSED', 'Socket is closed') : undefined);
    }

    setTimeout(millis, callback) {
      if (typeof millis !== 'number') throw invalidArgType('msecs', 'number', millis);
      if (!(millis >= 0) || !Number.isFinite(millis)) throw outOfRange('msecs', 'a non-negative finite number', millis);
      this.timeout = millis;
      this.#touch();
      if (callback === undefined) return this;
      requireFunction(callback, 'callback');
      if (millis === 0) this.removeListener('timeout', callback);
      else this.once('timeout', callback);
      return this;
    }

    /** Something happens: the time after which nothing did begins anew. */
    #touch() {
      clearTimeout(this.#timer);
      if (this.timeout > 0 && !this.destroyed) this.#timer = setTimeout(() => this.emit('timeout'), this.timeout);
    }

    // The platform's connections are not to be tuned, and no process waits for them.
    setNoDelay() {
      return this;
    }
    setKeepAlive() {
      return this;
    }
    ref() {
      return this;
    }
    unref() {
      return this;
    }

    address() {
      return {};
    }
    get pending() {
      return this.#platform === null || this.connecting;
    }
    get readyState() {
      if (this.connecting) return 'opening';
      if (this.readable && this.writable) return 'open';
      if (this.readable) return 'readOnly';
      return this.writable ? 'writeOnly' : 'closed';
    }
    get remoteAddress() {
      return this.#peer.address;
    }
    get remotePort() {
      return this.#peer.port;
    }
    get remoteFamily() {
      return this.#peer.family;
    }
    get localAddress() {
      return this.#platform === null ? undefined : '0.0.0.0';
    }
    get localPort() {
      return this.#platform === null ? undefined : 0;
    }
    get bufferSize() {
      return this.writableLength;
    }
  }

  function connect(...args) {
    const { options } = parse(args);
    const socket = new Socket(options);
    if (options.timeout) socket.setTimeout(options.timeout);
    return socket.connect(...args);
  }

  return { Socket, connect, parse };
})
