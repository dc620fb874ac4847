// WebSocketRequestResponsePair: a message that a hibernatable socket answers without waking its object.
// https://developers.cloudflare.com/durable-objects/api/state/#setwebsocketautoresponse
(function (host, load) {
  'use strict';
  const { expose, wrongConstructorArgument } = load('webidl');

  class WebSocketRequestResponsePair {
    #request;
    #response;

    constructor(request, response) {
      const count = arguments.length;
      if (count < 2) throw wrongConstructorArgument('WebSocketRequestResponsePair', count + 1, 'string');
      this.#request = String(request);
      this.#response = String(response);
    }

    get request() {
      return this.#request;
    }

    get response() {
      return this.#response;
    }
  }
  expose(WebSocketRequestResponsePair);

  return { WebSocketRequestResponsePair };
})
