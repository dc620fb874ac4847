// node:tls: not there yet, but in name.
(function (host, load) {
  'use strict';
  const { absentClass, functions } = load('node/absent');
  const { Duplex } = load('node/stream');
  const EventEmitter = load('node/events');

  return {
    CLIENT_RENEG_LIMIT: 3,
    CLIENT_RENEG_WINDOW: 600,
    DEFAULT_CIPHERS: '',
    DEFAULT_ECDH_CURVE: 'auto',
    DEFAULT_MAX_VERSION: 'TLSv1.3',
    DEFAULT_MIN_VERSION: 'TLSv1.2',
    rootCertificates: [],
    SecureContext: absentClass('tls.SecureContext'),
    Server: absentClass('tls.Server', EventEmitter),
    TLSSocket: absentClass('tls.TLSSocket', Duplex),
    ...functions('tls.', 'checkServerIdentity', 'connect', 'createSecureContext', 'createServer', 'getCiphers'),
  };
})
