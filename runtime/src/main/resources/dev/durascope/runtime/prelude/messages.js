// The passage of requests, responses and sockets between Java and JavaScript: the other half of
// Java's MessageBridge, and what the prelude's own files use for `stub.fetch` and `fetch`.
(function (host, load) {
  'use strict';
  const { is } = load('webidl');

  return {
    /** A Request from (method, url, headers' text, body's handle or null, redirect, cf's JSON or null). */
    request: (method, url, headersText, body, redirect, cf, cancellation) =>
      load('request').fromMessage(method, url, headersText, body, redirect, cf, cancellation),

    /** A Response from (status, statusText, headers' text, body's handle or null, url, socket or null). */
    response: (status, statusText, headersText, body, url, socket, isRedirected, isEncoded) =>
      load('response').fromMessage(status, statusText, headersText, body, url, socket, isRedirected, isEncoded),

    /** The Java message of a Request. */
    requestMessage: (request) => load('request').toMessage(request),

    /** The Java message of what a handler gave, which should be a Response. */
    responseMessage: (response) => load('response').toMessage(response),

    /** The Java message of `new Request(input, init)`; a Request without init is sent as it is. */
    requestFrom(input, init) {
      const { Request, toMessage } = load('request');
      return toMessage(init === undefined && is.Request(input) ? input : new Request(input, init));
    },

    socket: (end) => load('websocket').fromEnd(end),
    hibernatableSocket: (end, url) => load('websocket').fromHibernation(end, url),
    socketEnd: (socket) => load('websocket').endOf(socket),
    acceptHibernatable: (socket) => load('websocket').acceptHibernatable(socket),
    peerClosed: (socket) => load('websocket').peerClosed(socket),
    peerFailed: (socket) => load('websocket').peerFailed(socket),
  };
})
