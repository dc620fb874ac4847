// The handshake of new WebSocket(url, protocols): a fetch with an Upgrade header, in the end.
(function (host, load) {
  'use strict';
  const { errorFromHost, usv } = load('webidl');

  // A token of HTTP, as RFC 6455 asks of a protocol's name.
  const TOKEN = /^[!-~]+$/;
  const SEPARATORS = /[()<>@,;:\\/[\]?={}]/;

  function refuse(message) {
    throw new DOMException(`WebSocket Constructor: ${message}`, 'SyntaxError');
  }

  function protocolsHeader(protocols) {
    if (protocols === undefined || protocols === null) return null;
    const isOne = typeof protocols !== 'object';
    const names = isOne ? [usv(protocols)] : [...protocols].map(usv);
    const seen = new Set();
    for (const name of names) {
      if (!TOKEN.test(name) || SEPARATORS.test(name)) {
        refuse(
          isOne ? 'The protocol header token is invalid.' : 'One of the protocol header tokens is invalid.'
        );
      }
      if (seen.has(name)) refuse('The protocols header cannot have repeating values.');
      seen.add(name);
    }
    return names.length === 0 ? null : names.join(', ');
  }

  /** The Request of a handshake with what a constructor was given. */
  function target(text, protocols) {
    const url = URL.parse(text);
    if (url === null) refuse('The url is invalid.');
    if (url.protocol !== 'ws:' && url.protocol !== 'wss:') refuse('The url scheme must be ws or wss.');
    if (url.hash !== '' || text.endsWith('#')) refuse('The url fragment must be empty.');
    const headers = { upgrade: 'websocket', 'sec-websocket-extensions': 'permessage-deflate' };
    const names = protocolsHeader(protocols);
    if (names !== null) headers['sec-websocket-protocol'] = names;
    return { address: url.href.replace(/^ws/, 'http'), headers };
  }

  /**
   * Connects, and calls one of two functions; gives a function that ends the attempt. Redirects are
   * no WebSocket.
   */
  function connect({ address, headers }, opened, failed) {
    const controller = new AbortController();
    const { Request, toMessage } = load('request');
    const request = new Request(address, { headers, redirect: 'manual', signal: controller.signal });
    host.fetch.start(
      toMessage(request),
      (status, statusText, headersText, body, url, socket) => {
        if (socket === null) {
          controller.abort();
          failed(
            new TypeError(
              `Failed to establish the WebSocket connection: expected server to reply with HTTP status code 101 (switching protocols), but received ${status} instead.`
            )
          );
          return;
        }
        const answer = load('headers').fromText(headersText, true);
        opened(socket, answer.get('sec-websocket-protocol'), answer.get('sec-websocket-extensions'));
      },
      (name, message) => failed(errorFromHost(name, message))
    );
    return () => controller.abort();
  }

  return { target, connect };
})
