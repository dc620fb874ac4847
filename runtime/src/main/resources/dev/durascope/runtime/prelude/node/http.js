// node:http: requests to the outside, and servers that answer the Worker's requests.
(function (host, load) {
  'use strict';
  const { METHODS, STATUS_CODES } = load('node/http/names');
  const { Agent } = load('node/http/agent');
  const { IncomingMessage } = load('node/http/incoming');
  const { OutgoingMessage, validateHeaderName, validateHeaderValue } = load('node/http/outgoing');
  const request = load('node/http/request');
  const { functions } = load('node/absent');
  const { notImplemented } = load('node/errors');
  const { Server } = load('node/http/server');
  const { ServerResponse } = load('node/http/response');

  const globalAgent = new Agent();

  class ClientRequest extends request.ClientRequest {
    constructor(input, options, callback) {
      super(input, options, callback, globalAgent);
    }
  }

  const exports = {
    Agent,
    ClientRequest,
    IncomingMessage,
    METHODS,
    OutgoingMessage,
    STATUS_CODES,
    Server,
    ServerResponse,
    WebSocket: globalThis.WebSocket,
    CloseEvent: globalThis.CloseEvent,
    MessageEvent: globalThis.MessageEvent,
    ...functions('', '_connectionListener', 'setMaxIdleHTTPParsers'),
    createServer(options, listener) {
      if (!host.flags.isOn('enable_nodejs_http_server_modules')) throw notImplemented('createServer');
      return new Server(options, listener);
    },
    globalAgent,
    maxHeaderSize: 16384,
    request: (input, options, callback) => new ClientRequest(input, options, callback),
    get(input, options, callback) {
      const message = exports.request(input, options, callback);
      message.end();
      return message;
    },
    validateHeaderName,
    validateHeaderValue,
  };
  return exports;
})
