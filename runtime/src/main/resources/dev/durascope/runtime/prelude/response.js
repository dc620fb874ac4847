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

  /** What a Response is made of. */
  function newParts() {
    return {
      status: 200,
      statusText: null, // that of the status
      headers: null, // not asked for yet: `headersText`
      headersText: '',
      isImmutable: false,
      content: null,
      url: '',
      redirected: false,
      cf: undefined,
      webSocket: null,
      type: 'default',
      encodeBody: 'automatic',
    };
  }

  function build(body, init) {
    const parts = newParts();
    if (init !== undefined && init !== null) applyInit(parts, init);
    if (body !== undefined && body !== null) addBody(parts, body);
    return parts;
  }

  function applyInit(parts, from) {
    if (typeof from !== 'object') throw wrongInit();
    const isResponse = is.Response(from);
    const webSocket = from.webSocket ?? null;
    parts.webSocket = webSocket;
    if (from.status !== undefined) parts.status = toInt(from.status);
    if (isResponse) parts.headers = headersFile.copyOf(from.headers, false);
    parts.cf = from.cf ?? undefined;
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
    // All of `newParts`, in one field, since each field costs something at every request.
    #parts;

    constructor(body, init) {
      const parts = body === SECRET ? init : build(body, init);
      super(parts.content ?? bodies.empty());
      this.#parts = parts;
    }

    static error() {
      return new Response(SECRET, { ...newParts(), status: 0, statusText: '', type: 'error', isImmutable: true });
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
      const headersText = `Location\n${location}`;
      return new Response(SECRET, { ...newParts(), status: code, headersText, isImmutable: true });
    }

    static json(value, init) {
      const text = JSON.stringify(value);
      if (text === undefined) throw wrongArgument('json', 'Response', 1, 'JsValue');
      if (init === undefined) {
        const parts = newParts();
        parts.headersText = 'content-type\napplication/json';
        parts.content = bodies.extract(text).content;
        return new Response(SECRET, parts);
      }
      const headers = new headersFile.Headers(init?.headers);
      if (!headers.has('content-type')) headers.set('content-type', 'application/json');
      const { status, statusText, cf, webSocket } = init ?? {};
      return new Response(text, { status, statusText, cf, webSocket, headers });
    }

    get status() {
      return this.#parts.status;
    }
    get statusText() {
      return this.#parts.statusText ?? '';
    }
    get ok() {
      return this.#parts.status >= 200 && this.#parts.status <= 299;
    }
    get headers() {
      const parts = this.#parts;
      return (parts.headers ??= headersFile.fromText(parts.headersText, parts.isImmutable));
    }
    get url() {
      return this.#parts.url;
    }
    get redirected() {
      return this.#parts.redirected;
    }
    get type() {
      return this.#parts.type;
    }
    get cf() {
      return this.#parts.cf;
    }
    get webSocket() {
      return this.#parts.webSocket;
    }

    clone() {
      if (this.#parts.webSocket !== null) {
        throw new TypeError('Cannot clone a response to a WebSocket handshake.');
      }
      const content = bodies.clone(bodies.contentOf(this));
      const headers = headersFile.copyOf(this.headers, false);
      return new Response(SECRET, { ...this.#parts, headers, isImmutable: false, content });
    }

    static {
      is.Response = (value) => typeof value === 'object' && value !== null && #parts in value;

      wireStatusText = (value) => value.#parts.statusText ?? reasonOf(value.#parts.status);

      toMessage = (value) => {
        if (!is.Response(value)) throw new TypeError(NOT_A_RESPONSE);
        const { status, headers, headersText, url, webSocket, encodeBody } = value.#parts;
        if (status === 0) throw new TypeError('Return value from serve handler must not be a network error.');
        const text = headers !== null ? headersFile.textOf(headers) : headersText;
        const socket = webSocket === null ? null : load('websocket').release(webSocket);
        const content = bodies.contentOf(value);
        const isEncoded = encodeBody === 'manual' || content.encoding !== null;
        const body = bodies.toHandle(content);
        return host.messages.response(status, wireStatusText(value), text, body, url, socket, isEncoded);
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
      const parts = newParts();
      parts.status = status;
      parts.statusText = statusText || null;
      parts.headersText = headersText;
      parts.isImmutable = true;
      parts.content = bodies.fromHandle(body, encoding);
      parts.url = url;
      parts.redirected = redirected;
      if (socket !== null) parts.webSocket = load('websocket').fromEnd(socket);
      return new Response(SECRET, parts);
    },
    /** The Java message of the Response that a handler gave, whose body is thereby used. */
    toMessage,
  };
})
