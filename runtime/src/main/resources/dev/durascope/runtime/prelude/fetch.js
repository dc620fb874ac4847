// fetch: to the outside. The request leaves through the outbox, so a Durable Object's output gate
// can hold it; redirects, connections and the wire are Java's.
(function (host, load) {
  'use strict';
  const { is, errorFromHost } = load('webidl');
  const { Request, toMessage, signalOf, cacheHeaders } = load('request');

  async function fetch(input, init) {
    load('iocontext').countFetch();
    const isReady = init === undefined && is.Request(input) && input.cache === undefined;
    const request = isReady ? input : new Request(input, init);
    const signal = signalOf(request);
    signal?.throwIfAborted();
    if (request.url.startsWith('data:')) return load('dataurl').fetch(request);
    checkUrl(request.url);
    cacheHeaders(request);
    return abortable(signal, (resolve, reject) =>
      host.fetch.start(
        toMessage(request),
        (status, statusText, headers, body, url, socket, redirected, isEncoded) => {
          const { fromMessage } = load('response');
          const response = fromMessage(
            status,
            statusText,
            headers,
            body,
            url,
            socket,
            redirected,
            isEncoded
          );
          if (signal !== null) load('body').failWith(response, signal);
          resolve(response);
        },
        (name, message) => reject(errorFromHost(name, message))
      )
    );
  }

  /** A promise that `start(resolve, reject)` settles, unless the signal aborts first. */
  function abortable(signal, start) {
    return new Promise((resolve, reject) => {
      if (signal === null) {
        start(resolve, reject);
        return;
      }
      const forget = load('abort').onAbort(signal, reject);
      start(
        (value) => {
          forget();
          resolve(value);
        },
        (error) => {
          forget();
          reject(error);
        }
      );
    });
  }

  function checkUrl(url) {
    if (!/^https?:/.test(url)) throw new TypeError(`Fetch API cannot load: ${url}`);
  }

  return { fetch, abortable };
})
