// node:tls: connections to the outside that speak TLS.
(function (host, load) {
  'use strict';
  const { absentClass, functions } = load('node/absent');
  const { TLSSocket, connect } = load('node/tls/socket');
  const EventEmitter = load('node/events');

  /** What a connection would be told of certificates; the platform's connections have their own. */
  class SecureContext {
    constructor() {
      this.context = undefined;
    }
  }

  return {
    CLIENT_RENEG_LIMIT: 3,
    CLIENT_RENEG_WINDOW: 600,
    DEFAULT_CIPHERS: '',
    DEFAULT_ECDH_CURVE: 'auto',
    DEFAULT_MAX_VERSION: 'TLSv1.3',
    DEFAULT_MIN_VERSION: 'TLSv1.2',
    rootCertificates: [],
    SecureContext,
    Server: absentClass('tls.Server', EventEmitter),
    TLSSocket,
    connect,
    createSecureContext: () => new SecureContext(),
    createServer() {
      throw new Error('Not implemented');
    },
    ...functions('tls.', 'checkServerIdentity', 'getCiphers'),
  };
})
