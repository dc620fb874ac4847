// IncomingMessage of node:http: the answer to a request, or a request to a server, read as a stream. What is
// compressed stays so.
(function (host, load) {
  'use strict';
  const { Readable } = load('node/stream');

  // Headers of which Node.js keeps the first, where the platform joins all by commas.
  const SINGLE = new Set(
    (
      'host content-type user-agent referer authorization proxy-authorization if-modified-since ' +
      'if-unmodified-since from location max-forwards'
    ).split(' ')
  );

  /** The text before the first comma that is not in quotes. */
  function firstOf(value) {
    return /^(?:"(?:\\.|[^"\\])*"?|[^",])*/.exec(value)[0];
  }

  class IncomingMessage extends Readable {
    #reader = null;
    #socket = null;
    aborted = false;
    complete = false;
    httpVersion = '1.1';
    httpVersionMajor = 1;
    httpVersionMinor = 1;
    headers = {};
    headersDistinct = {};
    rawHeaders = [];
    rawTrailers = [];
    trailers = {};
    trailersDistinct = {};
    method = null;
    cloudflare = { cf: undefined, env: undefined, ctx: undefined };
    statusCode = null;
    statusMessage = null;
    url = '';

    /** @param response of the platform; without one, a message that somebody else fills */
    constructor(response) {
      super();
      if (!response?.headers) return;
      this.statusCode = response.status;
      this.statusMessage = response.statusText || load('node/http/names').STATUS_CODES[response.status] || '';
      this.url = response.url;
      for (const [name, value] of response.headers) {
        this.rawHeaders.push(name, value);
        (this.headersDistinct[name] ??= []).push(value);
      }
      for (const [name, values] of Object.entries(this.headersDistinct)) {
        this.headers[name] = name === 'set-cookie' ? values : values.join(', ');
      }
      this.#reader = response.body?.getReader() ?? null;
    }

    /** Fills `message` with a request of the platform, asked of the server on `port`. */
    static accept(message, request, port, cloudflare) {
      const { pathname, search } = new URL(request.url);
      message.url = pathname + search;
      message.method = request.method;
      message.cloudflare = cloudflare;
      for (const [name, text] of request.headers) {
        const value = SINGLE.has(name) ? firstOf(text) : text;
        message.rawHeaders.push(name, value);
        (message.headersDistinct[name] ??= []).push(value);
        message.headers[name] = name === 'set-cookie' ? message.headersDistinct[name] : value;
      }
      message.#socket = load('node/http/socket').socketOf(message, request.headers, port);
      message.#reader = request.body?.getReader() ?? null;
      return message;
    }

    get socket() {
      return this.#socket;
    }
    get connection() {
      return this.#socket;
    }
    set connection(socket) {
      this.#socket = socket;
    }

    _read() {
      if (this.#reader === null) {
        this.complete = true;
        this.push(null);
        return;
      }
      this.#reader.read().then(
        ({ done, value }) => {
          this.complete ||= done;
          this.push(done ? null : load('node/buffer').Buffer.from(value));
        },
        (error) => this.destroy(error)
      );
    }

    _destroy(error, callback) {
      if (!this.complete) {
        this.aborted = true;
        this.#reader?.cancel(error ?? undefined).catch(() => {});
      }
      callback(error);
    }

    setTimeout(millis, callback) {
      if (callback) this.on('timeout', callback);
      return this;
    }
  }

  const { accept } = IncomingMessage;
  delete IncomingMessage.accept;
  return { IncomingMessage, accept };
})
