// Lays out the globals of an isolate. Each one is an accessor that evaluates its file of the prelude
// when first read, and then becomes the plain, writable property that the platform has.
(function (host, load) {
  'use strict';

  // Which file of the prelude brings which globals.
  const GLOBALS = {
    abort: ['AbortController', 'AbortSignal'],
    base64: ['atob', 'btoa'],
    blob: ['Blob', 'File'],
    body: ['Body'],
    cache: ['caches', 'Cache', 'CacheStorage'],
    clone: ['structuredClone'],
    compression: ['CompressionStream', 'DecompressionStream'],
    console: ['console'],
    crypto: ['crypto', 'Crypto'],
    'crypto/keys': ['CryptoKey'],
    'crypto/subtle': ['SubtleCrypto'],
    date: ['Date'],
    disposal: ['AsyncDisposableStack', 'DisposableStack', 'SuppressedError'],
    domexception: ['DOMException'],
    encoding: ['TextDecoder', 'TextDecoderStream', 'TextEncoderStream'],
    events: [
      'Event',
      'EventTarget',
      'CustomEvent',
      'MessageEvent',
      'CloseEvent',
      'ErrorEvent',
      'PromiseRejectionEvent',
      'addEventListener',
      'removeEventListener',
      'dispatchEvent',
    ],
    eventsource: ['EventSource'],
    fetch: ['fetch'],
    formdata: ['FormData'],
    globalscope: ['WorkerGlobalScope', 'ServiceWorkerGlobalScope', 'origin', 'Cloudflare'],
    headers: ['Headers'],
    messagechannel: ['MessageChannel', 'MessagePort'],
    htmlrewriter: ['HTMLRewriter'],
    navigator: ['navigator', 'Navigator'],
    performance: [
      'performance',
      'Performance',
      'PerformanceEntry',
      'PerformanceMark',
      'PerformanceMeasure',
      'PerformanceObserver',
      'PerformanceObserverEntryList',
      'PerformanceResourceTiming',
    ],
    report: ['reportError'],
    request: ['Request'],
    response: ['Response'],
    scheduler: ['scheduler'],
    serviceworker: ['ExtendableEvent', 'FetchEvent', 'ScheduledEvent'],
    streams: [
      'ReadableStream',
      'ReadableStreamDefaultReader',
      'ReadableStreamBYOBReader',
      'ReadableStreamBYOBRequest',
      'ReadableStreamDefaultController',
      'ReadableByteStreamController',
      'WritableStream',
      'WritableStreamDefaultWriter',
      'WritableStreamDefaultController',
      'TransformStream',
      'TransformStreamDefaultController',
      'ByteLengthQueuingStrategy',
      'CountQueuingStrategy',
      'IdentityTransformStream',
      'FixedLengthStream',
    ],
    timers: [
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'queueMicrotask',
    ],
    url: ['URL'],
    urlpattern: ['URLPattern'],
    urlsearchparams: ['URLSearchParams'],
    webassembly: ['WebAssembly'],
    websocket: ['WebSocket', 'WebSocketPair'],
    autoresponse: ['WebSocketRequestResponsePair'],
  };

  // What the engine itself brings under a name that the prelude takes over.
  const natives = {
    AsyncContext,
    Date,
    FinalizationRegistry,
    TextDecoder,
    WeakRef,
    WebAssembly: globalThis.WebAssembly,
    performance,
  };
  delete globalThis.AsyncContext;

  function defineLazily(name, file) {
    Object.defineProperty(globalThis, name, {
      configurable: true,
      enumerable: false,
      get() {
        const value = load(file)[name];
        settle(name, value);
        return value;
      },
      set(value) {
        settle(name, value);
      },
    });
  }

  function settle(name, value) {
    Object.defineProperty(globalThis, name, {
      configurable: true,
      enumerable: false,
      writable: true,
      value,
    });
  }

  for (const [file, names] of Object.entries(GLOBALS)) {
    for (const name of names) defineLazily(name, file);
  }

  // What is here only by flags; an isolate without the web platform has none.
  const isOn = (flag) => host.flags !== undefined && host.flags.isOn(flag);
  if (isOn('nodejs_compat_v2')) {
    for (const name of ['Buffer', 'process', 'global']) defineLazily(name, 'node/globals');
    for (const name of ['setImmediate', 'clearImmediate']) defineLazily(name, 'node/timers');
  }
  if (isOn('enable_nodejs_global_timers')) {
    for (const name of ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval']) defineLazily(name, 'node/timers');
  }

  // Globals that a worker lacks when it does not have a compatibility flag.
  const FLAGGED = {
    enable_weak_ref: ['FinalizationRegistry', 'WeakRef'],
    expose_global_message_channel: ['MessageChannel', 'MessagePort'],
    global_navigator: ['navigator', 'Navigator'],
  };
  const isOff = (flag) => host.flags !== undefined && !host.flags.isOn(flag);
  for (const [flag, names] of Object.entries(FLAGGED)) {
    if (isOff(flag)) for (const name of names) delete globalThis[name];
  }
  if (isOff('no_global_importscripts')) {
    globalThis.importScripts = () => {
      throw new Error('Failed to execute function: importScripts() is not implemented.');
    };
  }

  // Part of the language that the engine lacks: esbuild lowers `using` to these.
  for (const name of ['dispose', 'asyncDispose']) {
    if (!Symbol[name]) {
      Object.defineProperty(Symbol, name, { value: Symbol(`Symbol.${name}`) });
    }
  }

  // The engine copies a slice of a typed array element by element, ten times slower than `set` does.
  const TypedArray = Object.getPrototypeOf(Uint8Array);
  const { slice: sliceByElement } = TypedArray.prototype;
  const { get: tagOf } = Object.getOwnPropertyDescriptor(TypedArray.prototype, Symbol.toStringTag);
  const plain = [
    Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array,
    Float32Array, Float64Array, BigInt64Array, BigUint64Array,
  ];
  const classes = new Map(plain.map((Class) => [Class.name, Class]));
  Object.defineProperty(TypedArray.prototype, 'slice', {
    configurable: true,
    writable: true,
    value: {
      slice(start, end) {
        const Class = this?.constructor;
        if (Class === undefined || classes.get(tagOf.call(this)) !== Class || this.buffer.resizable) {
          return sliceByElement.call(this, start, end);
        }
        return new Class(start === undefined && end === undefined ? this : this.subarray(start, end));
      },
    }.slice,
  });

  // How the platform's own modules, and those made for the bundle, reach the prelude.
  Object.defineProperty(globalThis, Symbol.for('durascope'), { value: { load } });

  globalThis.self = globalThis;
  return { natives };
})
