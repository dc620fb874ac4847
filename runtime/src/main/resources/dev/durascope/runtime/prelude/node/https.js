// node:https: requests to the outside over TLS, and servers, for whom the platform speaks TLS.
(function (host, load) {
  'use strict';
  const http = load('node/http/agent');
  const { ClientRequest } = load('node/http/request');
  const { notImplemented } = load('node/errors');

  class Agent extends http.Agent {
    constructor(options) {
      super({ defaultPort: 443, protocol: 'https:', ...options });
    }
  }

  class Server extends load('node/http/server').Server {
    addContext() {
      throw notImplemented('addContext');
    }
    getTicketKeys() {
      throw notImplemented('getTicketKeys');
    }
    setSecureContext() {
      throw notImplemented('setSecureContext');
    }
    setTicketKeys() {
      throw notImplemented('setTicketKeys');
    }
  }

  const globalAgent = new Agent();
  const exports = {
    Agent,
    Server,
    createServer(options, listener) {
      if (!host.flags.isOn('enable_nodejs_http_server_modules')) throw notImplemented('createServer');
      return new Server(options, listener);
    },
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
