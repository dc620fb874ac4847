// The body of a Request or Response.
//
// A body stays in the form it came in (nothing, a string, bytes, a handle of Java, a stream of user
// code) until somebody reads it, and goes out again in that form: a string is encoded, and a body
// that is only passed on is copied, by nobody but Java. Streams are loaded when user code
// asks for `body`, or brings a stream itself, and not before.
(function (host, load) {
  'use strict';
  const { is, usv, expose, errorFromHost } = load('webidl');
  const { current, requireHandler, check, TYPES } = load('iocontext');

  // The forms of a body's content.
  const NONE = 'none'; // no body
  const TEXT = 'text'; // value: a well-formed string
  const BYTES = 'bytes'; // value: a Uint8Array that nobody else has
  const JAVA = 'java'; // value: a handle of a Java Body, whole or streamed
  const STREAM = 'stream'; // the content is what `stream` gives

  const USED = 'Body has already been used. It can only be used once. Use tee() first if you need to read it twice.';
  const DISTURBED =
    'This ReadableStream is disturbed (has already been read from), and cannot be used as a body.';
  const LOCKED = 'This ReadableStream is currently locked to a reader.';

  /**
   * A body's content: its form and value; `stream` once somebody has asked for one; `encoding` where
   * the value is still encoded as it came over the wire; `signal` that may break it off; `owner`, the
   * context that it belongs to.
   */
  function content(form, value, length) {
    const owner = form === NONE || form === STREAM ? null : current();
    return { form, value, length, stream: null, used: false, encoding: null, signal: null, owner };
  }

  /** Copies what an ArrayBuffer or a view shows. */
  function copyBytes(source) {
    return ArrayBuffer.isView(source)
      ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice()
      : new Uint8Array(source).slice();
  }

  /** What `new Response(init)` makes of `init`: the content, and the Content-Type it implies. */
  function extract(init) {
    if (typeof init === 'object' && is.ReadableStream?.(init)) return stream(init);
    requireHandler();
    if (typeof init === 'string') return text(init);
    if (init instanceof ArrayBuffer || ArrayBuffer.isView(init)) {
      const bytes = copyBytes(init);
      return { content: content(BYTES, bytes, bytes.length), type: null };
    }
    if (typeof init === 'object') {
      if (is.Blob?.(init)) {
        const bytes = load('blob').bytesOf(init);
        return { content: content(BYTES, bytes, bytes.length), type: init.type || null };
      }
      if (is.URLSearchParams?.(init)) {
        return text(init.toString(), 'application/x-www-form-urlencoded;charset=UTF-8');
      }
      if (is.FormData?.(init)) {
        const { bytes, type } = load('multipart').encode(init);
        return { content: content(BYTES, bytes, bytes.length), type };
      }
      if (typeof init[Symbol.asyncIterator] === 'function') {
        return stream(load('streams').ReadableStream.from(init));
      }
    }
    return text(usv(init));
  }

  function text(string, type = 'text/plain;charset=UTF-8') {
    return { content: content(TEXT, string.toWellFormed(), -1), type };
  }

  function stream(readable) {
    if (load('streams').isDisturbed(readable)) throw new TypeError(DISTURBED);
    if (readable.locked) throw new TypeError(LOCKED);
    const result = content(STREAM, null, load('streams').expectedLength(readable));
    result.stream = readable;
    return { content: result, type: null };
  }

  /** The content of a message from Java; null for no body. */
  function fromHandle(handle, encoding = null) {
    if (handle === null) return content(NONE, null, 0);
    const result = content(JAVA, handle, -1);
    result.encoding = encoding;
    return result;
  }

  /** Takes off the encoding in which a body has come: somebody wants to read it. */
  function decode(body) {
    if (body.encoding !== null) {
      body.value = host.bodies.decode(body.value, body.encoding);
      body.encoding = null;
    }
    return body;
  }

  function isUsed(body) {
    return body.used || (body.stream !== null && load('streams').isDisturbed(body.stream));
  }

  function isNull(body) {
    return body.form === NONE;
  }

  /** The length in bytes, -1 where it is not known before the end. */
  function lengthOf(body) {
    switch (body.form) {
      case NONE:
        return 0;
      case TEXT:
        return new TextEncoder().encode(body.value).length;
      case JAVA:
        return host.bodies.length(body.value);
      default:
        return body.length;
    }
  }

  /**
   * Marks the body as used, and gives what its content is now: the form it came in, unless user code
   * has asked for a stream and so may hold it.
   */
  function take(body) {
    if (isUsed(body)) throw new TypeError(USED);
    if (body.stream?.locked) throw new TypeError(LOCKED);
    if (body.form === NONE) return body;
    check(body.owner, TYPES.READABLE);
    body.used = true;
    const { form, value, length, stream, encoding, signal, owner } = body;
    if (stream !== null && form !== STREAM) load('bodystreams').drop(stream);
    return { form, value, length, stream, encoding, signal, owner };
  }

  /** Moves the content elsewhere: `new Request(old)` leaves `old` with a used body. */
  function detach(body) {
    if (body.form === NONE) return content(NONE, null, 0);
    const taken = take(body);
    const moved = content(taken.form, taken.value, taken.length);
    if (taken.form === STREAM) moved.stream = load('bodystreams').takeOver(taken.stream);
    return moved;
  }

  /** A second body with the same content; a streamed one is split. */
  function clone(body) {
    if (isUsed(body)) throw new TypeError(USED);
    if (body.stream?.locked) throw new TypeError(LOCKED);
    check(body.owner, TYPES.READABLE);
    decode(body);
    const isStreamed = body.form === STREAM || (body.form === JAVA && host.bodies.isStream(body.value));
    const copy = content(body.form, body.value, body.length);
    if (isStreamed) {
      const [first, second] = streamOf(body).tee();
      body.form = STREAM;
      body.stream = first;
      copy.form = STREAM;
      copy.stream = second;
    }
    return copy;
  }

  function streamOf(body) {
    if (body.form === NONE) return null;
    body.stream ??= load('bodystreams').open(decode(body));
    return body.stream;
  }

  /** Waits for Java; where a signal has broken it off, its reason is the error. */
  function wait(start, signal = null) {
    return new Promise((resolve, reject) =>
      start(resolve, (name, message) => reject(errorFor(name, message, signal)))
    );
  }

  /** What a failure of Java is called. */
  function errorFor(name, message, signal) {
    return signal?.aborted ? signal.reason : errorFromHost(name, message);
  }

  /** From now on the body of `instance` fails with the signal's reason when that aborts. */
  function failWith(instance, signal) {
    contentOf(instance).signal = signal;
  }

  /** The same for a body that nobody else breaks off: whoever sends it is told that it is not wanted. */
  function breakOffWith(instance, signal) {
    failWith(instance, signal);
    const { form, value } = contentOf(instance);
    if (form === JAVA && host.bodies.isStream(value)) load('abort').onAbort(signal, () => host.bodies.cancel(value));
  }

  /** The whole content as `{form, value}`, where form is none, text, bytes or a whole body of Java. */
  async function whole(taken) {
    if (taken.form === STREAM) {
      return { form: BYTES, value: await load('bodystreams').readAll(taken.stream) };
    }
    if (taken.form === JAVA && host.bodies.isStream(decode(taken).value)) {
      return { form: JAVA, value: await wait((done, failed) => host.bodies.collect(taken.value, done, failed), taken.signal) };
    }
    return taken;
  }

  async function readText(body) {
    const { form, value } = await whole(take(body));
    switch (form) {
      case TEXT:
        return withoutBom(value);
      case BYTES:
        return new TextDecoder().decode(value);
      case JAVA:
        return withoutBom(host.bodies.text(value));
      default:
        return '';
    }
  }

  function withoutBom(string) {
    return string.charCodeAt(0) === 0xfeff ? string.slice(1) : string;
  }

  /** The bytes, in a Uint8Array whose buffer is the reader's own. */
  async function readBytes(body) {
    const { form, value } = await whole(take(body));
    switch (form) {
      case TEXT:
        return new TextEncoder().encode(value);
      case BYTES:
        return value.slice();
      case JAVA:
        return fromJava(host.bodies.buffer(value));
      default:
        return new Uint8Array();
    }
  }

  /** Copies bytes that Java gave into memory of JavaScript's own. */
  function fromJava(byteBuffer) {
    const shared = new Uint8Array(new ArrayBuffer(byteBuffer));
    const own = new Uint8Array(shared.length);
    own.set(shared);
    return own;
  }

  /** The Java body to send, null for none; a stream is pumped into it from now on. */
  function toHandle(body) {
    const taken = take(body);
    switch (taken.form) {
      case NONE:
        return null;
      case TEXT:
        return host.bodies.fromText(taken.value);
      case BYTES:
        return host.bodies.fromBytes(taken.value.buffer, taken.value.byteOffset, taken.value.length);
      case JAVA:
        return taken.value;
      default: {
        const handle = host.bodies.openStream(taken.length);
        load('bodystreams').pump(taken.stream, handle);
        return handle;
      }
    }
  }

  const NO_BODY = content(NONE, null, 0);

  /** What Request and Response have in common. */
  class Body {
    #content;

    constructor(initial = NO_BODY) {
      this.#content = initial;
    }

    get body() {
      return streamOf(this.#content);
    }
    get bodyUsed() {
      return isUsed(this.#content);
    }
    text() {
      return readText(this.#content);
    }
    async json() {
      return JSON.parse(await readText(this.#content));
    }
    async arrayBuffer() {
      return (await readBytes(this.#content)).buffer;
    }
    bytes() {
      return readBytes(this.#content);
    }
    async blob() {
      const type = this.headers.get('content-type') ?? '';
      return new (load('blob').Blob)([await readBytes(this.#content)], { type });
    }
    async formData() {
      if (isUsed(this.#content)) throw new TypeError(USED);
      const type = this.headers.get('content-type');
      if (type === null) {
        throw new TypeError('Parsing a Body as FormData requires a Content-Type header.');
      }
      return load('multipart').parse(await readBytes(this.#content), type);
    }

    static contentOf(instance) {
      return instance.#content;
    }
  }
  const { contentOf } = Body;
  delete Body.contentOf;
  expose(Body);

  return {
    Body,
    contentOf,
    empty: () => content(NONE, null, 0),
    errorFor,
    extract,
    failWith,
    breakOffWith,
    fromHandle,
    fromJava,
    isUsed,
    isNull,
    lengthOf,
    detach,
    clone,
    toHandle,
    wait,
    FORMS: { NONE, TEXT, BYTES, JAVA, STREAM },
  };
})
