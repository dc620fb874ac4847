// node:util, with what Workers have of it. `inspect` is Node.js's own, extracted.
(function (host, load) {
  'use strict';
  const { coded, invalidArgType, invalidArgValue, notImplemented, requireFunction, requireSignal, requireString } =
    load('node/errors');
  const { inspect, format, formatWithOptions, stripVTControlCharacters } = load('node/util/inspect');
  const types = load('node/util/types');

  const custom = Symbol.for('nodejs.util.promisify.custom');
  const customArgs = Symbol.for('nodejs.util.promisify.custom.args');

  function promisify(original) {
    requireFunction(original, 'original');
    const own = original[custom];
    if (own) {
      requireFunction(own, 'util.promisify.custom');
      return Object.defineProperty(own, custom, { value: own, configurable: true });
    }
    const names = original[customArgs];
    function promisified(...args) {
      return new Promise((resolve, reject) => {
        const done = (error, ...values) => {
          if (error) reject(error);
          else if (names === undefined || values.length < 2) resolve(values[0]);
          else resolve(Object.fromEntries(names.map((name, i) => [name, values[i]])));
        };
        Reflect.apply(original, this, [...args, done]);
      });
    }
    Object.setPrototypeOf(promisified, Object.getPrototypeOf(original));
    Object.defineProperty(promisified, custom, { value: promisified, configurable: true });
    return Object.defineProperties(promisified, Object.getOwnPropertyDescriptors(original));
  }
  promisify.custom = custom;

  function callbackify(original) {
    requireFunction(original, 'original');
    function callbackified(...args) {
      const callback = args.pop();
      requireFunction(callback, 'last argument');
      Reflect.apply(original, this, args).then(
        (value) => queueMicrotask(() => Reflect.apply(callback, this, [null, value])),
        (error) => queueMicrotask(() => Reflect.apply(callback, this, [truthful(error)]))
      );
    }
    const descriptors = Object.getOwnPropertyDescriptors(original);
    if (typeof descriptors.length?.value === 'number') descriptors.length.value++;
    if (typeof descriptors.name?.value === 'string') descriptors.name.value += 'Callbackified';
    return Object.defineProperties(callbackified, descriptors);
  }

  /** A callback tells an error from none by its truth. */
  function truthful(error) {
    if (error) return error;
    const wrapped = coded(Error, 'ERR_FALSY_VALUE_REJECTION', 'Promise was rejected with falsy value');
    wrapped.reason = error;
    return wrapped;
  }

  function inherits(type, base) {
    if (type === undefined || type === null) throw invalidArgType('ctor', 'Function', type);
    if (base === undefined || base === null) throw invalidArgType('superCtor', 'Function', base);
    if (base.prototype === undefined) throw invalidArgType('superCtor.prototype', 'Object', base.prototype);
    Object.defineProperty(type, 'super_', { value: base, writable: true, configurable: true });
    Object.setPrototypeOf(type.prototype, base.prototype);
  }

  function debuglog(set) {
    const name = `${set}`.toUpperCase();
    const debug = (...args) => console.log('%s: %s\n', name, formatWithOptions({}, ...args));
    Object.defineProperty(debug, 'enabled', { value: true, configurable: true, enumerable: true });
    return debug;
  }

  async function aborted(signal, resource) {
    if (signal === undefined) throw invalidArgType('signal', 'AbortSignal', signal);
    requireSignal(signal, 'signal');
    if (resource === null || (typeof resource !== 'object' && typeof resource !== 'function')) {
      throw invalidArgType('resource', 'object', resource);
    }
    if (signal.aborted) return undefined;
    return new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  }

  const ESCAPE = '\u001b[';

  function styleText(styles, text, options = {}) {
    requireString(text, 'text');
    const { validateStream = true, stream } = options;
    if (typeof validateStream !== 'boolean') throw invalidArgType('options.validateStream', 'boolean', validateStream);
    const isColored = !validateStream || (stream?.isTTY === true && stream.getColorDepth?.() > 2);
    let [left, right] = ['', ''];
    for (const style of Array.isArray(styles) ? styles : [styles]) {
      if (style === 'none') continue;
      const codes = inspect.colors[style];
      if (!codes) {
        const known = Object.keys(inspect.colors).map((name) => `'${name}'`);
        throw invalidArgValue('format', style, `must be one of: ${known.join(', ')}`);
      }
      left += `${ESCAPE}${codes[0]}m`;
      right = `${ESCAPE}${codes[1]}m${right}`;
    }
    return isColored ? `${left}${text}${right}` : text;
  }

  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

  function log(...args) {
    const now = new Date();
    const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map((n) => `${n}`.padStart(2, '0')).join(':');
    console.log('%s - %s', `${now.getDate()} ${MONTHS[now.getMonth()]} ${time}`, format(...args));
  }

  function missing(name) {
    return () => {
      throw new Error(`node:util ${name} is not implemented`);
    };
  }

  function getCallSites(frames = 8) {
    const { prepareStackTrace, stackTraceLimit } = Error;
    try {
      Error.stackTraceLimit = frames + 1;
      Error.prepareStackTrace = (error, sites) => sites;
      return new Error('sites').stack.slice(1).map((site) => ({
        functionName: site.getFunctionName() ?? '',
        scriptName: site.getFileName() ?? '',
        lineNumber: site.getLineNumber(),
        columnNumber: site.getColumnNumber(),
        column: site.getColumnNumber(),
      }));
    } finally {
      Error.prepareStackTrace = prepareStackTrace;
      Error.stackTraceLimit = stackTraceLimit;
    }
  }

  return {
    types,
    callbackify,
    promisify,
    inspect,
    format,
    formatWithOptions,
    stripVTControlCharacters,
    inherits,
    _extend(target, source) {
      return source === null || typeof source !== 'object' ? target : Object.assign(target, source);
    },
    get MIMEType() {
      return load('node/util/mime').MIMEType;
    },
    get MIMEParams() {
      return load('node/util/mime').MIMEParams;
    },
    toUSVString: (text) => `${text}`.toWellFormed(),
    log,
    aborted,
    debuglog,
    debug: debuglog,
    // Workers do not warn of deprecated functions.
    deprecate: (fn) => fn,
    getSystemErrorMap: missing('getSystemErrorMap'),
    getSystemErrorMessage: missing('getSystemErrorMessage'),
    getSystemErrorName: missing('getSystemErrorName'),
    TextEncoder: globalThis.TextEncoder,
    TextDecoder: globalThis.TextDecoder,
    parseArgs: missing('parseArgs'),
    parseEnv: (content) => load('node/util/env').parseEnv(content),
    styleText,
    transferableAbortController: missing('transferableAbortController'),
    transferableAbortSignal: missing('transferableAbortSignal'),
    getCallSite: getCallSites,
    getCallSites,
    isDeepStrictEqual: (a, b) => load('vendor/node-assert').isDeepStrictEqual(a, b),
    _errnoException() {
      throw notImplemented('_errnoException');
    },
    _exceptionWithHostPort() {
      throw notImplemented('_exceptionWithHostPort');
    },
    isArray: Array.isArray,
    isBoolean: (value) => typeof value === 'boolean',
    isBuffer: (value) => load('node/buffer').Buffer.isBuffer(value),
    isDate: types.isDate,
    isError: types.isNativeError,
    isFunction: (value) => typeof value === 'function',
    isNull: (value) => value === null,
    isNullOrUndefined: (value) => value === null || value === undefined,
    isNumber: (value) => typeof value === 'number',
    isObject: (value) => value !== null && typeof value === 'object',
    isPrimitive: (value) => value === null || (typeof value !== 'object' && typeof value !== 'function'),
    isRegExp: types.isRegExp,
    isString: (value) => typeof value === 'string',
    isSymbol: (value) => typeof value === 'symbol',
    isUndefined: (value) => value === undefined,
  };
})
