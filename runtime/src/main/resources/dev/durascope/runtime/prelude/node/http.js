// node:http: requests to the outside. Servers are not there yet: they fail by name.
(function (host, load) {
  'use strict';
  const { METHODS, STATUS_CODES } = load('node/http/names');
  const { Agent } = load('node/http/agent');
  const { IncomingMessage } = load('node/http/incoming');
  const { OutgoingMessage, validateHeaderName, validateHeaderValue } = load('node/http/outgoing');
  const request = load('node/http/request');
  const { absentClass, functions } = load('node/absent');
  const EventEmitter = load('node/events');

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
    Server: absentClass('Server', EventEmitter),
    ServerResponse: absentClass('ServerResponse', OutgoingMessage),
    WebSocket: globalThis.WebSocket,
    CloseEvent: globalThis.CloseEvent,
    MessageEvent: globalThis.MessageEvent,
    ...functions('', '_connectionListener', 'createServer', 'setMaxIdleHTTPParsers'),
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
