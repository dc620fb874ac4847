// Request. One from Java keeps its parts as they came until they are asked for.
(function (host, load) {
  'use strict';
  const { expose, is, wrongConstructorArgument } = load('webidl');
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

  let toMessage;

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
      signal: null,
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
    #method;
    #url;
    #headers;
    #headersText;
    #isImmutable;
    #redirect;
    #cache;
    #cf;
    #cfText;
    #signal;

    constructor(input, init) {
      let parts = init;
      if (input !== SECRET) {
        if (input === undefined) throw wrongConstructorArgument('Request', 1, '(Request or string)');
        parts = build(input, init);
      }
      super(parts.content ?? bodies.empty());
      this.#method = parts.method;
      this.#url = parts.url;
      this.#headers = parts.headers ?? null;
      this.#headersText = parts.headersText ?? '';
      this.#isImmutable = parts.isImmutable ?? false;
      this.#redirect = parts.redirect;
      this.#cache = parts.cache;
      this.#cf = parts.cf;
      this.#cfText = parts.cfText ?? null;
      this.#signal = parts.signal ?? null;
    }

    get method() {
      return this.#method;
    }
    get url() {
      return this.#url;
    }
    get headers() {
      if (this.#headers === null) {
        this.#headers = headersFile.fromText(this.#headersText, this.#isImmutable);
      }
      return this.#headers;
    }
    get redirect() {
      return this.#redirect;
    }
    get fetcher() {
      return null;
    }
    get signal() {
      this.#signal ??= load('abort').never();
      return this.#signal;
    }
    get cf() {
      if (this.#cfText !== null) {
        this.#cf = JSON.parse(this.#cfText);
        this.#cfText = null;
      }
      return this.#cf;
    }
    get integrity() {
      return '';
    }
    get keepalive() {
      return false;
    }
    get cache() {
      return this.#cache;
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
      return {
        method: this.#method,
        url: this.#url,
        redirect: this.#redirect,
        cache: this.#cache,
        cf: this.cf === undefined ? undefined : JSON.parse(JSON.stringify(this.cf)),
        signal: this.#signal,
      };
    }

    static {
      is.Request = (value) => typeof value === 'object' && value !== null && #method in value;

      toMessage = (request) => {
        const text =
          request.#headers !== null
            ? headersFile.textOf(request.#headers)
            : request.#headersText;
        const cf =
          request.#cfText ?? (request.#cf === undefined ? null : JSON.stringify(request.#cf));
        const body = bodies.toHandle(bodies.contentOf(request));
        return host.messages.request(request.#method, request.#url, text, body, request.#redirect, cf);
      };
    }
  }
  expose(Request);

  return {
    Request,
    /** A Request from the parts of a Java message. */
    fromMessage(method, url, headersText, body, redirect, cfText) {
      const content = bodies.fromHandle(body);
      const isImmutable = true;
      return new Request(SECRET, { method, url, headersText, isImmutable, content, redirect, cfText });
    },
    /** The Java message of a Request, whose body is thereby used. */
    toMessage,
  };
})
