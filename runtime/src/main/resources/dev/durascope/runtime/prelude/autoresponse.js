// WebSocketRequestResponsePair: a message that a hibernatable socket answers without waking its object.
// https://developers.cloudflare.com/durable-objects/api/state/#setwebsocketautoresponse
(function (host, load) {
  'use strict';

  const MAX_AUTO_RESPONSE_BYTES = 2048;

  class WebSocketRequestResponsePair {
    #request;
    #response;

    constructor(request, response) {
      this.#request = checkedAutoResponse(request, 'Request');
      this.#response = checkedAutoResponse(response, 'Response');
    }

    get request() {
      return this.#request;
    }

    get response() {
      return this.#response;
    }
  }

  function checkedAutoResponse(value, what) {
    const text = String(value);
    const size = new TextEncoder().encode(text).length;
    if (size > MAX_AUTO_RESPONSE_BYTES) {
      throw new RangeError(
        `${what} cannot be larger than ${MAX_AUTO_RESPONSE_BYTES} bytes. A ${what.toLowerCase()} of size ${size} was provided.`
      );
    }
    return text;
  }

  const { refuseClones } = load('webidl');
  refuseClones(WebSocketRequestResponsePair);

  return { WebSocketRequestResponsePair };
})
