// The module `cloudflare:sockets`: TCP to the outside.
// https://developers.cloudflare.com/workers/runtime-apis/tcp-sockets/
//
// A Socket is two streams over a connection of Java. The platform ends them by force whoever holds
// their locks, and so does this file: `closeWriting` and `flush` write whoever has the lock. `closed`
// settles as on workerd: when the other side's end has been read and the writing side was closed for it,
// on close(), on startTls() and when the connection breaks; it does not when user code has closed the
// writing side itself.
(function (host, load) {
  'use strict';
  const { expose, errorFromHost, refuseClones } = load('webidl');
  const { fromJava } = load('body');
  const { ReadableStream, readableOf } = load('streams/readable');
  const { WritableStream, isWritable, insistOnWriting, insistOnClosing } = load('streams/writable');
  const { toBytes } = load('streams/bytes');
  const { own, check, TYPES } = load('iocontext');
  const { connections } = host;

  const SECRET = Symbol('Socket');
  // Written to a stream behind the last chunk that is to be sent.
  const LAST = Symbol('last');
  const MAX_HOST_BYTES = 255;
  const MAX_PORT = 65535;
  const TRANSPORTS = ['off', 'on', 'starttls'];
  const UNREACHABLE = 'proxy request failed, cannot connect to the specified address';
  const USE_FETCH =
    '. It looks like you might be trying to connect to a HTTP-based service — consider using fetch instead';
  const READ_CLOSING = 'This ReadableStream belongs to an object that is closing.';
  const WRITE_CLOSING = 'This WritableStream belongs to an object that is closing.';
  const CLOSED = 'This socket has been closed.';

  /** Waits for Java. */
  const wait = (start) =>
    new Promise((resolve, reject) => start(resolve, (name, message) => reject(errorFromHost(name, message))));

  /** A promise that nobody has to listen to, with what settles it. */
  function quietPromise() {
    const settled = Promise.withResolvers();
    settled.promise.catch(() => {});
    return settled;
  }

  /** Waits until all that was written before has been sent; what is written later is refused. */
  async function flush(writable) {
    if (isWritable(writable)) await insistOnWriting(writable, LAST);
  }

  function isBeingRead(readable) {
    return Boolean(readableOf(readable).reader?.requests.first);
  }

  class Socket {
    #state;

    /** state: `connection` a promise of Java's, and what is known of it */
    constructor(secret, state) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
      this.#state = state;
      state.opened = quietPromise();
      state.closed = quietPromise();
      state.readable = this.#makeReadable();
      state.writable = this.#makeWritable();
      state.connection.then(
        (connection) => {
          connections.onClosed(connection, () => {
            if (!(state.inputEnded && state.outputEnded)) state.closed.resolve();
          });
          state.opened.resolve({ remoteAddress: state.remoteAddress, localAddress: undefined });
        },
        (error) => this.#cannotOpen(error)
      );
    }

    get readable() {
      return this.#state.readable;
    }
    get writable() {
      return this.#state.writable;
    }
    get closed() {
      return this.#state.closed.promise;
    }
    get opened() {
      return this.#state.opened.promise;
    }
    get upgraded() {
      return this.#state.upgraded;
    }
    get secureTransport() {
      return this.#state.secureTransport;
    }

    close() {
      const state = this.#state;
      if (state.closing) return state.closed.promise;
      state.closing = true;
      return this.#close();
    }

    startTls(options) {
      const state = this.#state;
      if (state.secureTransport === 'on') throw new TypeError('Cannot startTls on a TLS socket.');
      if (state.gone) throw new TypeError('The connection was closed before startTls could be started.');
      if (state.secureTransport !== 'starttls') {
        throw new TypeError("The `secureTransport` socket option must be set to 'starttls' for startTls to be used.");
      }
      const hostname = options?.expectedServerHostname ?? state.hostname;
      state.gone = true;
      return new Socket(SECRET, {
        ...stateOf({ ...state.target, secureTransport: 'on' }),
        isUpgrade: true,
        connection: this.#handOver(`${hostname}`),
      });
    }

    #makeReadable() {
      const state = this.#state;
      return new ReadableStream(
        {
          type: 'bytes',
          start(controller) {
            state.reading = controller;
          },
          pull: async (controller) => {
            check(state.owner, TYPES.READABLE);
            const connection = await state.connection.catch(() => null);
            if (connection === null) return; // dealt with where it was opened
            const bytes = await wait((done, failed) => connections.read(connection, done, failed));
            if (bytes === null) this.#readEnd(controller);
            else controller.enqueue(fromJava(bytes));
          },
          cancel() {
            state.readingDropped = true;
            return dropIfUnused(state);
          },
        },
        { highWaterMark: 0 }
      );
    }

    #makeWritable() {
      const state = this.#state;
      return new WritableStream(
        {
          start(controller) {
            state.writing = controller;
            return state.connection.catch((error) => {
              throw new Error(`jsg.Error: ${error.message}`);
            });
          },
          async write(chunk) {
            check(state.owner, TYPES.WRITABLE);
            if (state.isLastSent) throw new TypeError(WRITE_CLOSING);
            if (chunk === LAST) {
              state.isLastSent = true;
              return;
            }
            const bytes = toBytes(chunk);
            if (bytes.length === 0) return;
            const { buffer, byteOffset, length } = bytes;
            const connection = await state.connection;
            await wait((done, failed) => connections.write(connection, buffer, byteOffset, length, done, failed));
          },
          async close() {
            state.outputEnded = true;
            const connection = await state.connection;
            await wait((done, failed) => connections.shutdownOutput(connection, done, failed));
          },
          abort() {
            state.writingDropped = true;
            return dropIfUnused(state);
          },
        },
        { highWaterMark: state.highWaterMark ?? 1 }
      );
    }

    #cannotOpen(error) {
      const state = this.#state;
      state.gone = true;
      state.closed.reject(error);
      state.opened.reject(error);
      if (state.isUpgrade) fail(state.reading, error);
      else end(state.reading);
    }

    /** The other side has said that no more will come. */
    #readEnd(controller) {
      const state = this.#state;
      state.inputEnded = true;
      if (!state.detached && !state.closing) this.#closeWriting();
      end(controller);
    }

    #closeWriting() {
      const { allowHalfOpen, writable, outputEnded, closed } = this.#state;
      if (allowHalfOpen || outputEnded || !isWritable(writable)) return;
      insistOnClosing(writable).then(closed.resolve, closed.reject);
    }

    async #close() {
      const state = this.#state;
      if (!isBeingRead(state.readable)) fail(state.reading, new TypeError(READ_CLOSING));
      const flushed = flush(state.writable);
      try {
        const [connection] = await Promise.all([state.connection, flushed]);
        state.gone = true;
        fail(state.reading, new TypeError(CLOSED));
        fail(state.writing, new TypeError(CLOSED));
        if (!state.detached) connections.close(connection);
        state.closed.resolve();
      } catch (error) {
        state.gone = true;
        state.connection.then(connections.close, () => {});
        state.closed.reject(error);
      }
    }

    /** Sends what is still to be sent in plain, and gives the connection after its handshake. */
    async #handOver(hostname) {
      const state = this.#state;
      const connection = await state.connection;
      if (state.writable.locked) throw new TypeError('This WritableStream is currently locked to a writer.');
      if (state.readable.locked) throw new TypeError('This ReadableStream is currently locked to a reader.');
      // Both stay locked: nobody gets at them any more.
      const writer = state.writable.getWriter();
      state.readable.getReader();
      state.detached = true;
      await writer.write(LAST);
      state.upgraded = true;
      state.closed.resolve();
      await wait((done, failed) => connections.startTls(connection, hostname, done, failed));
      return connection;
    }
  }
  expose(Socket);
  refuseClones(Socket, 'Socket can only be serialized for RPC.');

  /** Gives a connection up of which both sides are dropped. */
  async function dropIfUnused(state) {
    if (!state.readingDropped || !state.writingDropped || state.detached) return;
    connections.close(await state.connection);
  }

  function end(controller) {
    try {
      controller.close();
      controller.byobRequest?.respond(0);
    } catch {
      // It has ended already.
    }
  }

  function fail(controller, error) {
    try {
      controller.error(error);
    } catch {
      // It has ended already.
    }
  }

  function stateOf(target) {
    const { hostname, remoteAddress, secureTransport, allowHalfOpen, highWaterMark, owner } = target;
    return { target, hostname, remoteAddress, secureTransport, allowHalfOpen, highWaterMark, owner, upgraded: false };
  }

  /** A port as Web IDL reads an unsigned short. */
  function portOf(value) {
    const number = Number(value);
    if (!Number.isFinite(number)) {
      throw new TypeError('The value cannot be converted because it is not an integer.');
    }
    if (number < 0) {
      throw new TypeError(
        'The value cannot be converted because it is negative and this API expects a positive integer.'
      );
    }
    if (number > MAX_PORT) throw new TypeError(`Value out of range. Must be less than or equal to ${MAX_PORT}.`);
    return Math.trunc(number);
  }

  function parseText(text) {
    const url = URL.parse(`fake://${text}`);
    if (url === null) throw new TypeError('Specified address could not be parsed.');
    if (url.hostname === '') throw new TypeError('Specified address is missing hostname.');
    if (url.port === '') throw new TypeError('Specified address is missing port.');
    return { hostname: url.hostname, port: Number(url.port), remoteAddress: text };
  }

  function parseAddress(address) {
    if (address === undefined || address === null) {
      throw new TypeError(
        'Cannot initialize N7workerd3api13SocketAddressE with required members from an undefined or null value.'
      );
    }
    if (typeof address !== 'object') return parseText(`${address}`);
    const hostname = `${address.hostname}`;
    const port = portOf(address.port);
    return { hostname, port, remoteAddress: `${hostname}:${port}` };
  }

  function parseOptions(options) {
    if (options === undefined || options === null) return { secureTransport: 'off', allowHalfOpen: false };
    if (typeof options !== 'object') {
      throw new TypeError(
        "Failed to execute 'connect' on 'SocketsModule': parameter 2 is not of type 'SocketOptions'."
      );
    }
    const { secureTransport = 'off', allowHalfOpen = false, highWaterMark } = options;
    if (!TRANSPORTS.includes(`${secureTransport}`)) {
      throw new TypeError(`Unsupported value in secureTransport socket option: ${secureTransport}`);
    }
    return { secureTransport: `${secureTransport}`, allowHalfOpen: Boolean(allowHalfOpen), highWaterMark };
  }

  function connect(address, options) {
    const { hostname, port, remoteAddress } = parseAddress(address);
    if (remoteAddress.length > MAX_HOST_BYTES || !/^[-._[\]:a-z0-9]+$/i.test(remoteAddress)) {
      throw new TypeError('Specified address is empty string, contains unsupported characters or is too long.');
    }
    const target = { hostname, remoteAddress, ...parseOptions(options), owner: own() };
    const isSecure = target.secureTransport === 'on';
    const connection = wait((done, failed) => connections.open(hostname, port, isSecure, done, failed)).catch((reason) => {
      const error = new Error(port === 80 || port === 443 ? UNREACHABLE + USE_FETCH : UNREACHABLE);
      load('socketfailures').set(error, reason.message);
      throw error;
    });
    return new Socket(SECRET, { ...stateOf(target), connection });
  }

  return { connect };
})
