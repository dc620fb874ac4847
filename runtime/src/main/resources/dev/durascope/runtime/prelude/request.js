// Request. One from Java keeps its parts as they came until they are asked for.
(function (host, load) {
  'use strict';
  const { expose, is, wrongConstructorArgument, refuseClones } = load('webidl');
  const bodies = load('body');
  const headersFile = load('headers');

  const SECRET = Symbol('Request');
  const NORMALIZED = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']);
  const METHODS = new Set(
    (
      'GET HEAD POST PUT DELETE OPTIONS PATCH TRACE CONNECT COPY LOCK MKCOL MOVE PROPFIND PROPPATCH ' +
      'SEARCH UNLOCK ACL REPORT MKACTIVITY CHECKOUT MERGE MSEARCH NOTIFY SUBSCRIBE UNSUBSCRIBE PURGE ' +
      'MKCALENDAR LINK UNLINK QUERY'
    ).split(' ')
  );
  /** The modes of `cache`, and the compatibility flags that bring them. */
  const CACHE_MODES = {
    __proto__: null,
    'no-store': 'cache_option_enabled',
    'no-cache': 'cache_no_cache_enabled',
    reload: 'cache_reload_enabled',
  };
  const NO_BODY_METHOD = 'Request with a GET or HEAD method cannot have a body.';
  const REDIRECT =
    'Invalid redirect value, must be one of "follow" or "manual" ("error" won\'t be implemented since it does not make sense at the edge; use "manual" and check the response status code).';

  let toMessage, signalOf, cacheHeaders;

  /** What tells Java that a signal has aborted; null if none can. */
  function cancellationOf(signal) {
    if (signal === null) return null;
    const cancellation = host.messages.cancellation();
    load('abort').onAbort(signal, () => host.messages.cancel(cancellation));
    return cancellation;
  }

  /** The signal of a request that came in, which aborts when the client goes away. */
  function incomingSignal(cancellation) {
    const { signal, abort } = load('abort').remote();
    host.messages.onCancel(cancellation, () =>
      abort(new DOMException('The client has disconnected', 'AbortError'))
    );
    return signal;
  }

  function checkedMethod(method) {
    const text = `${method}`;
    if (METHODS.has(text)) return text;
    const upper = text.toUpperCase();
    const known = host.flags.isOn('upper_case_all_http_methods') ? METHODS : NORMALIZED;
    if (!known.has(upper)) throw new TypeError(`Invalid HTTP method string: ${text}`);
    return upper;
  }

  /** The parts of a new Request, from what its constructor was given. */
  function build(input, init) {
    const parts = {
      method: 'GET',
      url: '',
      headers: null,
      headersText: '',
      isImmutable: false,
      redirect: 'follow',
      cache: undefined,
      cf: undefined,
      cfText: null,
      signal: null,
      incoming: null,
      ownSignal: null,
      content: null,
      type: null,
    };
    const isInit = typeof init === 'object' && init !== null;
    if (is.Request(input)) {
      Object.assign(parts, input[SECRET]());
      parts.headers = headersFile.copyOf(input.headers, false);
      const hasNewBody = isInit && (is.Request(init) || (init.body !== undefined && init.body !== null));
      if (!hasNewBody) {
        if (input.bodyUsed) throw new TypeError('Cannot reconstruct a Request with a used body.');
        parts.content = bodies.detach(bodies.contentOf(input));
      }
    } else {
      parts.url = load('url').href(input);
    }
    if (isInit) applyInit(parts, init);
    if (parts.type !== null) {
      if (parts.headers === null) parts.headersText = `content-type\n${parts.type}`;
      else if (!parts.headers.has('content-type')) parts.headers.set('content-type', parts.type);
    }
    return parts;
  }

  function applyInit(parts, init) {
    if (init.integrity) {
      throw new TypeError(
        'Subrequest integrity checking is not implemented. The integrity option must be either undefined or an empty string.'
      );
    }
    if (init.method !== undefined) parts.method = checkedMethod(init.method);
    if (init.headers !== undefined) parts.headers = new headersFile.Headers(init.headers);
    if (init.signal !== undefined) {
      if (init.signal !== null && !is.AbortSignal?.(init.signal)) {
        throw new TypeError(
          "Incorrect type for the 'signal' field on 'RequestInitializerDict': the provided value is not of type 'AbortSignal'."
        );
      }
      parts.signal = init.signal;
    }
    if (init.cf !== undefined) {
      if (init.cf !== null && typeof init.cf !== 'object') {
        throw new TypeError(
          "Incorrect type for the 'cf' field on 'RequestInitializerDict': the provided value is not of type 'Object'."
        );
      }
      parts.cf = init.cf === null ? undefined : JSON.parse(JSON.stringify(init.cf));
    }
    if (init.body !== undefined && init.body !== null) {
      const extracted = bodies.extract(init.body);
      parts.content = extracted.content;
      parts.type = extracted.type;
    }
    if (init.redirect !== undefined) {
      const redirect = `${init.redirect}`;
      if (redirect !== 'follow' && redirect !== 'manual') throw new TypeError(REDIRECT);
      parts.redirect = redirect;
    }
    if (init.cache !== undefined) {
      if (!host.flags.isOn('cache_option_enabled')) {
        throw new Error("The 'cache' field on 'RequestInitializerDict' is not implemented.");
      }
      const cache = `${init.cache}`;
      if (!(cache in CACHE_MODES) || !host.flags.isOn(CACHE_MODES[cache])) {
        throw new TypeError(`Unsupported cache mode: ${cache}`);
      }
      parts.cache = cache;
    }
    const hasBody = parts.content !== null && !bodies.isNull(parts.content);
    if (
      hasBody &&
      (parts.method === 'GET' || parts.method === 'HEAD') &&
      (init.method !== undefined || (init.body !== undefined && init.body !== null))
    ) {
      throw new TypeError(NO_BODY_METHOD);
    }
  }

  class Request extends bodies.Body {
    /**
     * All but the body, in one field, since each field costs something at every request: the parts
     * that `build` makes, where `cfText` is `cf` as long as nobody has asked for it, `isImmutable` is
     * so of headers and `cf` that came from elsewhere, `incoming` is Java's word for "the client has
     * gone" (null for a request that was made here), and `ownSignal` what `signal` shows if nobody
     * gave one.
     */
    #parts;

    constructor(input, init) {
      let parts = init;
      if (input !== SECRET) {
        if (input === undefined) throw wrongConstructorArgument('Request', 1, '(Request or string)');
        parts = build(input, init);
      }
      super(parts.content ?? bodies.empty());
      this.#parts = parts;
    }

    get method() {
      return this.#parts.method;
    }
    get url() {
      return this.#parts.url;
    }
    get headers() {
      const parts = this.#parts;
      return (parts.headers ??= headersFile.fromText(parts.headersText, parts.isImmutable));
    }
    get redirect() {
      return this.#parts.redirect;
    }
    get fetcher() {
      return null;
    }
    get signal() {
      const parts = this.#parts;
      if (parts.incoming !== null && host.flags.isOn('enable_request_signal')) {
        return (parts.ownSignal ??= incomingSignal(parts.incoming));
      }
      return parts.signal ?? (parts.ownSignal ??= load('abort').never());
    }
    get cf() {
      const parts = this.#parts;
      if (parts.cfText !== null) {
        parts.cf = load('cf').parse(parts.cfText, parts.isImmutable);
        parts.cfText = null;
      }
      return parts.cf;
    }
    get integrity() {
      return '';
    }
    get keepalive() {
      return false;
    }
    get cache() {
      return this.#parts.cache;
    }

    clone() {
      const content = bodies.clone(bodies.contentOf(this));
      return new Request(SECRET, {
        ...this[SECRET](),
        headers: headersFile.copyOf(this.headers, false),
        content,
      });
    }

    /** The parts a new Request takes over from this one, beside headers and body. */
    [SECRET]() {
      const { method, url, redirect, cache, cfText, signal } = this.#parts;
      const cf = this.#parts.cf === undefined ? undefined : JSON.parse(JSON.stringify(this.#parts.cf));
      const own = { headersText: '', isImmutable: false, incoming: null, ownSignal: null };
      return { method, url, redirect, cache, cf, cfText, signal, ...own };
    }

    static {
      signalOf = (request) => request.#parts.signal;

      cacheHeaders = (request) => {
        const parts = request.#parts;
        if (parts.cache === undefined) return;
        if (parts.isImmutable) {
          parts.headers = headersFile.copyOf(request.headers, false);
          parts.isImmutable = false;
        }
        for (const name of ['cache-control', 'pragma']) {
          if (!request.headers.has(name)) request.headers.set(name, 'no-cache');
        }
      };

      is.Request = (value) => typeof value === 'object' && value !== null && #parts in value;

      toMessage = (request) => {
        const { method, url, headers, headersText, redirect, cf, cfText, signal } = request.#parts;
        const text = headers !== null ? headersFile.textOf(headers) : headersText;
        const cfSent = cfText ?? (cf === undefined ? null : JSON.stringify(cf));
        const body = bodies.toHandle(bodies.contentOf(request));
        const cancellation = cancellationOf(signal);
        return host.messages.request(method, url, text, body, redirect, cfSent, cancellation);
      };
    }
  }
  expose(Request);
  refuseClones(Request, 'Request cannot be cloned or stored in this version of Durascope.');

  return {
    Request,
    /** A Request from the parts of a Java message; `incoming` is its cancellation. */
    fromMessage(method, url, headersText, body, redirect, cfText, incoming) {
      return new Request(SECRET, {
        method,
        url,
        headers: null,
        headersText,
        isImmutable: true,
        redirect,
        cache: undefined,
        cf: undefined,
        cfText,
        signal: null,
        incoming: incoming ?? null,
        ownSignal: null,
        content: bodies.fromHandle(body),
      });
    },
    /** The signal that a Request was given; null if none, or if it is that of a request from outside. */
    signalOf,
    /** Adds the headers by which a Request's `cache` is said to the server. */
    cacheHeaders,
    /** The Java message of a Request, whose body is thereby used. */
    toMessage,
  };
})
