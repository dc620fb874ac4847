// node:https: requests to the outside over TLS.
(function (host, load) {
  'use strict';
  const http = load('node/http/agent');
  const { ClientRequest } = load('node/http/request');
  const { absentClass, functions } = load('node/absent');

  class Agent extends http.Agent {
    constructor(options) {
      super({ defaultPort: 443, protocol: 'https:', ...options });
    }
  }

  const globalAgent = new Agent();
  const exports = {
    Agent,
    Server: absentClass('Server', load('node/events')),
    ...functions('', 'createServer'),
    globalAgent,
    request: (input, options, callback) => new ClientRequest(input, options, callback, globalAgent),
    get(input, options, callback) {
      const message = exports.request(input, options, callback);
      message.end();
      return message;
    },
  };
  return exports;
})
