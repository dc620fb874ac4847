// TLSSocket of node:tls: a connection that speaks TLS from its start, or one of node:net that is turned into
// one. Certificates are checked by the platform, by the rules of all its connections.
(function (host, load) {
  'use strict';
  const { Socket, parse } = load('node/net/socket');

  class TLSSocket extends Socket {
    #isUpgrade = false;
    encrypted = true;
    authorized = false;
    authorizationError = null;
    alpnProtocol = false;

    /** @param socket of node:net, whose connection is taken over; without one, connect() opens one */
    constructor(socket, options = {}) {
      super(options);
      if (!socket) return;
      this.#isUpgrade = true;
      this._upgrade(socket, options.servername ?? options.host);
    }

    _transport() {
      return 'on';
    }
    _openedEvent() {
      return 'secureConnect';
    }
    _opened() {
      this.authorized = true;
      if (!this.#isUpgrade) {
        this.emit('connect');
        this.emit('ready');
      }
      this.emit('secure');
      this.emit('secureConnect');
    }

    getProtocol() {
      return null;
    }
    getCipher() {
      return undefined;
    }
    getPeerCertificate() {
      return {};
    }
    getSession() {
      return undefined;
    }
    isSessionReused() {
      return false;
    }
  }

  function connect(...args) {
    const { options, callback } = parse(args);
    const more = args.find((arg, i) => i > 0 && arg !== null && typeof arg === 'object');
    const all = { ...options, ...more };
    const socket = new TLSSocket(all.socket, all);
    if (callback) socket.once('secureConnect', callback);
    if (all.timeout) socket.setTimeout(all.timeout);
    return all.socket ? socket : socket.connect(all);
  }

  return { TLSSocket, connect };
})
