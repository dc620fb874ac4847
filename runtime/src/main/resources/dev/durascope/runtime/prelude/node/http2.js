// node:http2, in name.
(function (host, load) {
  'use strict';
  const { absentClass, functions } = load('node/absent');
  return {
    Http2ServerRequest: absentClass('http2.Http2ServerRequest'),
    Http2ServerResponse: absentClass('http2.Http2ServerResponse'),
    ...functions('http2.', 'connect', 'createSecureServer', 'createServer', 'performServerHandshake'),
    constants: {},
    getDefaultSettings: () => Object.create(null),
    getPackedSettings: () => load('node/buffer').Buffer.from(''),
    getUnpackedSettings: () => Object.create(null),
    sensitiveHeaders: Symbol('nodejs.http2.sensitiveHeaders'),
  };
})
