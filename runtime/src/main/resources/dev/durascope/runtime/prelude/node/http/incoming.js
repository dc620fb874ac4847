// IncomingMessage of node:http: the answer to a request, read as a stream. What is compressed stays so.
(function (host, load) {
  'use strict';
  const { Readable } = load('node/stream');

  class IncomingMessage extends Readable {
    #reader = null;
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
    socket = null;
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

    get connection() {
      return this.socket;
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

  return { IncomingMessage };
})
