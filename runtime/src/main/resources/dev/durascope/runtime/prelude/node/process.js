// node:process, and the global `process`. A Worker has no process: what Node.js tells of one is what
// workerd says in its place, and what would act on one fails by name.
(function (host, load) {
  'use strict';
  const EventEmitter = load('node/events');
  const { coded, invalidArgType, invalidArgValue, notImplemented, outOfRange, requireString } = load('node/errors');
  const { now } = host.timers;

  const NODE_VERSION = '22.23.4';

  /** Whether JSON keeps all of a value: plain objects and arrays without aliases. */
  function isPlain(value, seen = new Set()) {
    if (value === null || ['boolean', 'number', 'string'].includes(typeof value)) return true;
    if (typeof value !== 'object' || seen.has(value)) return false;
    seen.add(value);
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== Array.prototype) return false;
    return Object.values(value).every((member) => isPlain(member, seen));
  }

  /** The variables of the Worker's configuration as strings; bindings have no text. */
  function variables() {
    const env = {};
    if (!host.flags.isOn('nodejs_compat_populate_process_env')) return env;
    for (const [name, value] of Object.entries(load('environment').env)) {
      if (typeof value === 'string') env[name] = value;
      else if (isPlain(value)) env[name] = JSON.stringify(value);
    }
    return env;
  }

  function requireText(...values) {
    if (values.some((value) => typeof value === 'symbol')) {
      throw new TypeError('Cannot convert a symbol value to a string');
    }
  }

  const env = new Proxy(variables(), {
    set(target, name, value) {
      requireText(name, value);
      return Reflect.set(target, name, `${value}`);
    },
    defineProperty(target, name, descriptor) {
      if ('get' in descriptor || 'set' in descriptor) {
        throw invalidArgValue('descriptor', descriptor, 'process.env value must not have getter/setter');
      }
      for (const key of ['configurable', 'enumerable', 'writable']) {
        if (!descriptor[key] && !(name in target)) {
          throw invalidArgValue(`descriptor.${key}`, descriptor, `process.env value must be ${key}`);
        }
      }
      if (!('value' in descriptor)) {
        throw invalidArgValue('descriptor.value', descriptor, 'process.env value must be specified explicitly');
      }
      requireText(name, descriptor.value);
      return Reflect.defineProperty(target, name, { ...descriptor, value: `${descriptor.value}` });
    },
  });

  function nextTick(callback, ...args) {
    if (typeof callback !== 'function') throw invalidArgType('callback', 'function', callback);
    queueMicrotask(() => callback(...args));
  }

  function hrtime(earlier) {
    if (earlier !== undefined) {
      if (!Array.isArray(earlier)) throw invalidArgType('time', 'tuple of integers', earlier);
      if (earlier.length !== 2) throw outOfRange('time', '2', earlier);
    }
    const millis = now();
    let seconds = Math.floor(millis / 1000) - (earlier?.[0] ?? 0);
    let nanos = (millis % 1000) * 1e6 - (earlier?.[1] ?? 0);
    if (nanos < 0) {
      seconds -= 1;
      nanos += 1e9;
    }
    return [seconds, nanos];
  }
  hrtime.bigint = () => BigInt(now()) * 1_000_000n;

  function emitWarning(warning, options, codeOrType, maybeType) {
    let { type, code, detail } = typeof options === 'object' && options !== null ? options : {};
    if (typeof options === 'string') type = options;
    if (typeof codeOrType === 'string') code = codeOrType;
    if (typeof warning !== 'string' && !(warning instanceof Error)) {
      throw invalidArgType('warning', 'string or Error', warning);
    }
    const Type = [options?.ctor, options, codeOrType, maybeType].find((t) => typeof t === 'function') ?? Error;
    const error = typeof warning === 'string' ? new Type(warning) : warning;
    if (typeof warning === 'string') error.name = type ?? 'Warning';
    else if (type) error.name = type;
    if (code) error.code = code;
    if (detail) error.detail = detail;
    nextTick(() => process.emit('warning', error));
  }

  let directory = '/bundle';

  function umask(mask) {
    if (mask !== undefined) {
      const number = typeof mask === 'string' && /^[0-7]+$/.test(mask) ? parseInt(mask, 8) : mask;
      if (typeof number === 'string') {
        throw invalidArgValue('mask', mask, 'must be a 32-bit unsigned integer or an octal string');
      }
      if (typeof number !== 'number') throw invalidArgType('mask', 'number', mask);
      if (!Number.isInteger(number) || number < 0 || number > 0xffffffff) {
        throw invalidArgValue('mask', mask, 'must be a 32-bit unsigned integer or an octal string');
      }
    }
    return 0o22;
  }

  function exit(code = 0) {
    throw new Error(`The Node.js process.exit(${code}) API was called. Canceling the request.`);
  }

  function unavailable(...names) {
    return Object.fromEntries(
      names.map((name) => [
        name,
        () => {
          throw notImplemented(`process.${name}`);
        },
      ])
    );
  }

  /** Users and groups: all are root's, and nobody may become another. */
  function identities() {
    const own = {};
    for (const name of ['gid', 'egid', 'uid', 'euid']) {
      own[`get${name}`] = () => 0;
      own[`set${name}`] = (id) => {
        if (id !== 0) throw notPermitted(`set${name}`);
      };
    }
    own.getgroups = () => [0];
    for (const name of ['setgroups', 'initgroups']) {
      own[name] = () => {
        throw notPermitted(name);
      };
    }
    return own;
  }

  function notPermitted(syscall) {
    const error = coded(Error, 'EPERM', `EPERM: operation not permitted, ${syscall}`);
    return Object.assign(error, { errno: 1, syscall });
  }

  const process = Object.create(
    Object.create(EventEmitter.prototype, {
      [Symbol.toStringTag]: { value: 'process', configurable: true },
      constructor: { value: function process() {}, configurable: true, writable: true },
    })
  );
  EventEmitter.call(process);
  for (const key of ['_events', '_eventsCount', '_maxListeners']) {
    Object.defineProperty(process, key, { enumerable: false });
  }
  // The streams are made for those who use them: the library behind them is large.
  for (const name of ['stdin', 'stdout', 'stderr']) {
    Object.defineProperty(process, name, {
      configurable: true,
      enumerable: true,
      get: () => load('node/processstreams')[name],
    });
  }
  return Object.assign(process, {
    version: `v${NODE_VERSION}`,
    versions: { node: NODE_VERSION },
    title: 'workerd',
    argv: ['workerd'],
    argv0: 'workerd',
    execArgv: [],
    execPath: '',
    arch: 'x64',
    platform: 'linux',
    pid: 1,
    ppid: 0,
    exitCode: undefined,
    env,
    release: { name: 'node', lts: true, sourceUrl: '', headersUrl: '' },
    config: Object.freeze({ target_defaults: Object.freeze({}), variables: Object.freeze({}) }),
    features: Object.freeze({ cached_builtins: true, debug: false, inspector: false, ipv6: true, tls: true, uv: true }),
    allowedNodeEnvironmentFlags: new Set(),
    channel: null,
    connected: false,
    debugPort: 0,
    domain: null,
    noDeprecation: false,
    throwDeprecation: false,
    traceDeprecation: false,
    sourceMapsEnabled: false,
    moduleLoadList: [],
    nextTick,
    emitWarning,
    hrtime,
    umask,
    exit,
    reallyExit: exit,
    abort: () => exit(1),
    uptime: () => 0,
    cwd: () => directory,
    chdir(path) {
      requireString(path, 'directory');
      directory = load('node/path').resolve(directory, path);
    },
    memoryUsage: Object.assign(() => ({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 }), {
      rss: () => 0,
    }),
    constrainedMemory: () => 0,
    availableMemory: () => 0,
    resourceUsage: () => ({ userCPUTime: 0, systemCPUTime: 0, maxRSS: 0, fsRead: 0, fsWrite: 0 }),
    ref() {},
    unref() {},
    send: () => false,
    setSourceMapsEnabled() {},
    getSourceMapsSupport: () => ({ enabled: false, nodeModules: false, generatedCode: false }),
    getBuiltinModule: (name) => (load('node/module').isBuiltin(name) ? load('node/module').createRequire('/')(name) : undefined),
    _rawDebug: (...args) => console.log(...args),
    permission: unavailable('permission.has'),
    ...identities(),
    ...unavailable(
      'binding',
      'cpuUsage',
      'dlopen',
      'execve',
      'getActiveResourcesInfo',
      'hasUncaughtExceptionCaptureCallback',
      'kill',
      'setUncaughtExceptionCaptureCallback',
      'threadCpuUsage'
    ),
  });
})
