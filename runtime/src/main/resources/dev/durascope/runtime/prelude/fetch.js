// fetch: to the outside. The request leaves through the outbox, so a Durable Object's output gate
// can hold it; redirects, connections and decompression are Java's.
(function (host, load) {
  'use strict';
  const { is, errorFromHost } = load('webidl');
  const { Request, toMessage } = load('request');

  function fetch(input, init) {
    return new Promise((resolve, reject) => {
      const request = init === undefined && is.Request(input) ? input : new Request(input, init);
      checkUrl(request.url);
      const signal = request.signal;
      signal.throwIfAborted();
      const { fromMessage } = load('response');
      const call = host.fetch.start(
        toMessage(request),
        (status, statusText, headers, body, url, redirected) =>
          resolve(fromMessage(status, statusText, headers, body, url, null, redirected)),
        (name, message) => reject(errorFromHost(name, message))
      );
      load('abort').onAbort(signal, (reason) => {
        host.fetch.cancel(call);
        reject(reason);
      });
    });
  }

  function checkUrl(url) {
    if (!/^https?:/.test(url)) throw new TypeError(`Fetch API cannot load: ${url}`);
  }

  return { fetch };
})
