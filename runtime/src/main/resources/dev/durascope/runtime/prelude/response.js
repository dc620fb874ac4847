// Response. One from Java keeps its parts as they came until they are asked for.
(function (host, load) {
  'use strict';
  const { expose, is, wrongArgument, refuseClones } = load('webidl');
  const bodies = load('body');
  const headersFile = load('headers');

  const SECRET = Symbol('Response');
  const NULL_BODY_STATUS = new Set([101, 204, 205, 304]);
  const REDIRECT_STATUS = new Set([301, 302, 303, 307, 308]);
  const { reasonOf } = load('reasons');
  const NOT_A_RESPONSE =
    "Incorrect type for Promise: the Promise did not resolve to 'Response'.";

  let toMessage, wireStatusText;

  function build(body, init) {
    const from = init ?? {};
    if (typeof from !== 'object') throw wrongInit();
    const isResponse = is.Response(from);
    const webSocket = from.webSocket ?? null;
    const parts = {
      status: from.status === undefined ? 200 : toInt(from.status),
      statusText: null,
      headers: isResponse ? headersFile.copyOf(from.headers, false) : null,
      headersText: '',
      isImmutable: false,
      content: null,
      url: '',
      cf: from.cf ?? undefined,
      webSocket,
      encodeBody: 'automatic',
    };
    if (from.encodeBody !== undefined) {
      parts.encodeBody = `${from.encodeBody}`;
      if (parts.encodeBody !== 'manual' && parts.encodeBody !== 'automatic') {
        throw new TypeError(`encodeBody: unexpected value: ${parts.encodeBody}`);
      }
    }
    if (!isResponse && from.headers !== undefined) {
      parts.headers = new headersFile.Headers(from.headers);
    }
    if (from.statusText !== undefined) parts.statusText = `${from.statusText}`;
    if (webSocket !== null) {
      if (!is.WebSocket?.(webSocket)) {
        throw new TypeError(
          "Incorrect type for the 'webSocket' field on 'ResponseInitializerDict': the provided value is not of type 'WebSocket'."
        );
      }
      if (parts.status !== 101) {
        throw new RangeError('Responses with a WebSocket must have status code 101.');
      }
    } else if (!(parts.status >= 200 && parts.status <= 599)) {
      throw new RangeError(
        'Responses may only be constructed with status codes in the range 200 to 599, inclusive.'
      );
    }
    if (parts.statusText !== null && /[\0-\x1f]/.test(parts.statusText)) {
      throw new TypeError('Invalid statusText');
    }
    if (body !== undefined && body !== null) addBody(parts, body);
    return parts;
  }

  function addBody(parts, body) {
    const { content, type } = bodies.extract(body);
    if (NULL_BODY_STATUS.has(parts.status)) {
      if (bodies.lengthOf(content) !== 0 || content.form === bodies.FORMS.STREAM) {
        throw new TypeError(
          'Response with null body status (101, 204, 205, or 304) cannot have a body.'
        );
      }
      return;
    }
    parts.content = content;
    if (type !== null) {
      if (parts.headers === null) parts.headersText = `content-type\n${type}`;
      else if (!parts.headers.has('content-type')) parts.headers.set('content-type', type);
    }
  }

  function wrongInit() {
    return new TypeError(
      "Failed to construct 'Response': constructor parameter 2 is not of type 'ResponseInitializerDict'."
    );
  }

  function toInt(value) {
    return Math.trunc(Number(value)) | 0;
  }

  class Response extends bodies.Body {
    #status;
    #statusText;
    #headers;
    #headersText;
    #isImmutable;
    #url;
    #redirected;
    #cf;
    #webSocket;
    #type;
    #isManual;

    constructor(body, init) {
      const parts = body === SECRET ? init : build(body, init);
      super(parts.content ?? bodies.empty());
      this.#status = parts.status;
      this.#statusText = parts.statusText ?? null;
      this.#headers = parts.headers ?? null;
      this.#headersText = parts.headersText ?? '';
      this.#isImmutable = parts.isImmutable ?? false;
      this.#url = parts.url ?? '';
      this.#redirected = parts.redirected ?? false;
      this.#cf = parts.cf;
      this.#webSocket = parts.webSocket ?? null;
      this.#type = parts.type ?? 'default';
      this.#isManual = parts.encodeBody === 'manual';
    }

    static error() {
      return new Response(SECRET, { status: 0, statusText: '', type: 'error', isImmutable: true });
    }

    static redirect(url, status = 302) {
      const code = toInt(status);
      if (!REDIRECT_STATUS.has(code)) {
        throw new RangeError(
          `${code} is not a redirect status code. It must be one of: 301, 302, 303, 307, or 308.`
        );
      }
      const location = load('url').hrefOrNull(url);
      if (location === null) throw new TypeError(`Unable to parse URL: ${url}`);
      return new Response(SECRET, { status: code, headersText: `Location\n${location}`, isImmutable: true });
    }

    static json(value, init) {
      const text = JSON.stringify(value);
      if (text === undefined) throw wrongArgument('json', 'Response', 1, 'JsValue');
      if (init === undefined) {
        const { content } = bodies.extract(text);
        return new Response(SECRET, { status: 200, headersText: 'content-type\napplication/json', content });
      }
      const headers = new headersFile.Headers(init?.headers);
      if (!headers.has('content-type')) headers.set('content-type', 'application/json');
      const { status, statusText, cf, webSocket } = init ?? {};
      return new Response(text, { status, statusText, cf, webSocket, headers });
    }

    get status() {
      return this.#status;
    }
    get statusText() {
      return this.#statusText ?? '';
    }
    get ok() {
      return this.#status >= 200 && this.#status <= 299;
    }
    get headers() {
      if (this.#headers === null) {
        this.#headers = headersFile.fromText(this.#headersText, this.#isImmutable);
      }
      return this.#headers;
    }
    get url() {
      return this.#url;
    }
    get redirected() {
      return this.#redirected;
    }
    get type() {
      return this.#type;
    }
    get cf() {
      return this.#cf;
    }
    get webSocket() {
      return this.#webSocket;
    }

    clone() {
      if (this.#webSocket !== null) {
        throw new TypeError('Cannot clone a response to a WebSocket handshake.');
      }
      const content = bodies.clone(bodies.contentOf(this));
      return new Response(SECRET, {
        status: this.#status,
        statusText: this.#statusText,
        headers: headersFile.copyOf(this.headers, false),
        url: this.#url,
        redirected: this.#redirected,
        cf: this.#cf,
        type: this.#type,
        encodeBody: this.#isManual ? 'manual' : 'automatic',
        content,
      });
    }

    static {
      is.Response = (value) => typeof value === 'object' && value !== null && #status in value;

      wireStatusText = (value) => value.#statusText ?? reasonOf(value.#status);

      toMessage = (value) => {
        if (!is.Response(value)) throw new TypeError(NOT_A_RESPONSE);
        if (value.#status === 0) throw new TypeError('Return value from serve handler must not be a network error.');
        const text =
          value.#headers !== null ? headersFile.textOf(value.#headers) : value.#headersText;
        const socket =
          value.#webSocket === null ? null : load('websocket').release(value.#webSocket);
        const content = bodies.contentOf(value);
        const isEncoded = value.#isManual || content.encoding !== null;
        const body = bodies.toHandle(content);
        return host.messages.response(value.#status, wireStatusText(value), text, body, value.#url, socket, isEncoded);
      };
    }
  }
  expose(Response);
  refuseClones(Response, 'ReadableStream can only be serialized for RPC.');

  return {
    Response,
    /** The status text with which a Response leaves: that of its status where it was given none. */
    wireStatusText,
    /** A Response from the parts of a Java message; `socket` is the client's end, or null. */
    fromMessage(status, statusText, headersText, body, url, socket, redirected = false, isEncoded = false) {
      const encoding = isEncoded
        ? headersFile.fromText(headersText, true).get('content-encoding')
        : null;
      return new Response(SECRET, {
        status,
        statusText: statusText || null,
        headersText,
        isImmutable: true,
        content: bodies.fromHandle(body, encoding),
        url,
        redirected,
        webSocket: socket === null ? null : load('websocket').fromEnd(socket),
      });
    },
    /** The Java message of the Response that a handler gave, whose body is thereby used. */
    toMessage,
  };
})
