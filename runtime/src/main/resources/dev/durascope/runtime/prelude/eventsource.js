// EventSource: server-sent events over fetch, with reconnection, or over a stream that somebody has.
(function (host, load) {
  'use strict';
  const { expose, is } = load('webidl');
  const { EventTarget, Event, MessageEvent, ErrorEvent, deliver, handlerAttribute } = load('events');

  const STATES = { CONNECTING: 0, OPEN: 1, CLOSED: 2 };
  const { CONNECTING, OPEN, CLOSED } = STATES;
  const DEFAULT_RETRY_MILLIS = 2_000;
  const MIN_RETRY_MILLIS = 1_000;
  const MAX_RETRY_MILLIS = 10_000;
  const FROM_STREAM = Symbol('EventSource');

  class EventSource extends EventTarget {
    #url = null;
    #fetcher = null;
    #readyState = CONNECTING;
    #retryMillis = DEFAULT_RETRY_MILLIS;
    #lastEventId = '';
    #controller = new AbortController();
    #hadNoBody = false;

    constructor(url, init) {
      super();
      if (url === FROM_STREAM) return;
      if (load('iocontext').isEvaluating()) {
        throw new DOMException(
          'An EventSource can only be created within the context of a worker request.',
          'NotSupportedError'
        );
      }
      if (init?.withCredentials) {
        throw new DOMException(
          'The init.withCredentials option is not supported. It must be false or undefined.',
          'NotSupportedError'
        );
      }
      this.#url = load('url').hrefOrNull(`${url}`);
      if (this.#url === null) {
        throw new DOMException(
          `Cannot open an EventSource to '${url}'. The URL is invalid.`,
          'SyntaxError'
        );
      }
      this.#fetcher = init?.fetcher ?? null;
      this.#connect();
    }

    static from(stream) {
      if (!is.ReadableStream?.(stream)) {
        throw new TypeError(
          "Failed to execute 'from' on 'EventSource': parameter 1 is not of type 'JsReadableStream'."
        );
      }
      if (stream.locked) throw new TypeError('This ReadableStream is locked.');
      if (load('streams').isDisturbed(stream)) {
        throw new TypeError('This ReadableStream has already been read from.');
      }
      const source = new EventSource(FROM_STREAM);
      source.#read(stream, false);
      return source;
    }

    get url() {
      return this.#url ?? '';
    }
    get withCredentials() {
      return false;
    }
    get readyState() {
      return this.#readyState;
    }

    close() {
      if (this.#readyState === CLOSED) return;
      this.#readyState = CLOSED;
      this.#controller.abort();
    }

    async #connect() {
      const headers = { Accept: 'text/event-stream', 'Cache-Control': 'no-cache' };
      if (this.#lastEventId !== '') headers['Last-Event-ID'] = this.#lastEventId;
      const init = { headers, signal: this.#controller.signal };
      try {
        const response = await (this.#fetcher === null
          ? fetch(this.#url, init)
          : this.#fetcher.fetch(this.#url, init));
        if (this.#readyState !== CLOSED) this.#open(response);
      } catch (error) {
        this.#fail(error, false);
      }
    }

    #open(response) {
      const type = response.headers.get('content-type');
      if (!response.ok) this.#refuse(`The response status code was ${response.status}.`);
      else if (type === null) this.#refuse('No content type header was present in the response.');
      else if (!/^\s*text\/event-stream\s*(;|$)/i.test(type)) {
        this.#refuse(`The content type '${type}' is invalid.`);
      } else {
        if (response.redirected) this.#url = response.url;
        if (response.body !== null) this.#read(response.body, true);
        else if (this.#hadNoBody) this.#fail(new Error('The server provided no content.'), false);
        else {
          this.#hadNoBody = true;
          this.#fail(new Error('The server provided no content. Will try reconnecting.'), true);
          this.#reconnect();
        }
      }
    }

    #refuse(message) {
      this.#fail(new DOMException(message, 'AbortError'), false);
    }

    async #read(stream, mayReconnect) {
      this.#readyState = OPEN;
      deliver(this, new Event('open'));
      const reader = stream.getReader();
      const lines = load('eventstream').reader((message) => this.#message(message));
      const { signal } = this.#controller;
      load('abort').onAbort(signal, (reason) => reader.cancel(reason).catch(() => {}));
      try {
        for (;;) {
          const { done, value } = await reader.read();
          if (done || signal.aborted) break;
          lines.feed(value);
        }
      } catch (error) {
        this.#fail(error, false);
        return;
      }
      if (this.#readyState === CLOSED) return;
      this.#fail(new Error('The server disconnected.'), mayReconnect);
      if (mayReconnect) this.#reconnect();
    }

    #message({ data, type, id, retry }) {
      if (id !== undefined) this.#lastEventId = id;
      if (retry !== undefined) {
        this.#retryMillis = Math.max(MIN_RETRY_MILLIS, Math.min(retry, MAX_RETRY_MILLIS));
      }
      if (!data || this.#readyState === CLOSED) return;
      const origin = this.#url === null ? null : new URL(this.#url).origin;
      const init = { data, origin, lastEventId: this.#lastEventId };
      deliver(this, new MessageEvent(type, init));
    }

    #fail(error, willReconnect) {
      if (this.#readyState === CLOSED) return;
      this.#readyState = willReconnect ? CONNECTING : CLOSED;
      this.#controller.abort(error);
      deliver(this, new ErrorEvent('error', { error }));
    }

    #reconnect() {
      this.#controller = new AbortController();
      const timer = setTimeout(() => this.#connect(), this.#retryMillis);
      load('abort').onAbort(this.#controller.signal, () => clearTimeout(timer));
    }
  }
  expose(EventSource);
  for (const type of ['open', 'message', 'error']) handlerAttribute(EventSource, type);
  for (const [name, value] of Object.entries(STATES)) {
    Object.defineProperty(EventSource, name, { value, enumerable: true });
    Object.defineProperty(EventSource.prototype, name, { value, enumerable: true });
  }

  return { EventSource };
})
