// node:events. The emitter is a function and not a class, since old packages call it on objects of
// their own; what listeners there are is kept in the form that Node.js has, a function or an array of
// them by event name, since packages look at that, too.
(function (host, load) {
  'use strict';
  const { coded, outOfRange, invalidArgType, requireFunction, requireSignal, abortError } = load('node/errors');

  const captureRejectionSymbol = Symbol.for('nodejs.rejection');
  const errorMonitor = Symbol('events.errorMonitor');
  const capturesRejections = Symbol('kCapture');
  let defaultMaxListeners = 10;
  let captureByDefault = false;

  function requireCount(n, name) {
    if (typeof n !== 'number' || n < 0 || Number.isNaN(n)) {
      throw outOfRange(name, 'a non-negative number', n);
    }
  }

  function EventEmitter(options) {
    EventEmitter.init.call(this, options);
  }
  EventEmitter.prototype._events = undefined;
  EventEmitter.prototype._eventsCount = 0;
  EventEmitter.prototype._maxListeners = undefined;

  EventEmitter.init = function (options) {
    if (this._events === undefined || this._events === Object.getPrototypeOf(this)._events) {
      this._events = Object.create(null);
      this._eventsCount = 0;
    }
    this._maxListeners = this._maxListeners || undefined;
    const capture = options?.captureRejections;
    if (capture !== undefined && typeof capture !== 'boolean') {
      throw invalidArgType('options.captureRejections', 'boolean', capture);
    }
    Object.defineProperty(this, capturesRejections, {
      value: capture ?? captureByDefault,
      writable: true,
      configurable: true,
    });
  };

  /** The listeners of an event as an array of its own, wrappers of `once` included. */
  function registered(emitter, type) {
    const listeners = emitter._events?.[type];
    if (listeners === undefined) return [];
    return typeof listeners === 'function' ? [listeners] : listeners.slice();
  }

  /** Keeps the listeners of an event in the form that Node.js has. */
  function keep(emitter, type, listeners) {
    if (listeners.length > 0) {
      if (emitter._events[type] === undefined) emitter._eventsCount++;
      emitter._events[type] = listeners.length === 1 ? listeners[0] : listeners;
    } else if (emitter._events[type] !== undefined) {
      if (--emitter._eventsCount === 0) emitter._events = Object.create(null);
      else delete emitter._events[type];
    }
  }

  function warnOfLeak(emitter, type, listeners) {
    const limit = emitter.getMaxListeners();
    if (limit <= 0 || listeners.length <= limit || emitter._events[type].warned) return;
    if (typeof emitter._events[type] === 'object') emitter._events[type].warned = true;
    const name = emitter.constructor?.name ?? 'EventEmitter';
    console.warn(
      `MaxListenersExceededWarning: Possible EventEmitter memory leak detected. ${listeners.length} ${String(type)} listeners added to [${name}]. MaxListeners is ${limit}. Use emitter.setMaxListeners() to increase limit`
    );
  }

  function add(emitter, type, listener, isFirst) {
    requireFunction(listener, 'listener');
    if (emitter._events === undefined) {
      emitter._events = Object.create(null);
      emitter._eventsCount = 0;
    } else if (emitter._events.newListener !== undefined) {
      emitter.emit('newListener', type, listener.listener ?? listener);
    }
    const warned = emitter._events[type]?.warned;
    const listeners = registered(emitter, type);
    if (isFirst) listeners.unshift(listener);
    else listeners.push(listener);
    if (warned) listeners.warned = true;
    keep(emitter, type, listeners);
    warnOfLeak(emitter, type, listeners);
    return emitter;
  }

  /** A listener that takes itself off before it is called. */
  function onceOnly(emitter, type, listener) {
    requireFunction(listener, 'listener');
    let fired = false;
    const wrapper = (...args) => {
      if (fired) return undefined;
      fired = true;
      emitter.removeListener(type, wrapper);
      return Reflect.apply(listener, emitter, args);
    };
    wrapper.listener = listener;
    return wrapper;
  }

  function rejected(emitter, type, args, error) {
    if (typeof emitter[captureRejectionSymbol] === 'function') {
      emitter[captureRejectionSymbol](error, type, ...args);
      return;
    }
    const before = emitter[capturesRejections];
    try {
      emitter[capturesRejections] = false; // an error of an error listener is nobody's
      emitter.emit('error', error);
    } finally {
      emitter[capturesRejections] = before;
    }
  }

  function unhandled(error) {
    if (error instanceof Error) return error;
    let text;
    try {
      text = load('node/util').inspect(error);
    } catch {
      text = String(error);
    }
    const wrapped = coded(Error, 'ERR_UNHANDLED_ERROR', `Unhandled error. (${text})`);
    wrapped.context = error;
    return wrapped;
  }

  Object.assign(EventEmitter.prototype, {
    setMaxListeners(n) {
      requireCount(n, 'setMaxListeners');
      this._maxListeners = n;
      return this;
    },
    getMaxListeners() {
      return this._maxListeners === undefined ? defaultMaxListeners : this._maxListeners;
    },
    emit(type, ...args) {
      const events = this._events;
      if (type === 'error') {
        if (events?.[errorMonitor] !== undefined) this.emit(errorMonitor, ...args);
        if (events?.error === undefined) throw unhandled(args[0]);
      }
      const listeners = events?.[type];
      if (listeners === undefined) return false;
      for (const listener of typeof listeners === 'function' ? [listeners] : listeners.slice()) {
        const result = Reflect.apply(listener, this, args);
        if (result != null && this[capturesRejections] && typeof result.then === 'function') {
          result.then(undefined, (error) => queueMicrotask(() => rejected(this, type, args, error)));
        }
      }
      return true;
    },
    addListener(type, listener) {
      return add(this, type, listener, false);
    },
    prependListener(type, listener) {
      return add(this, type, listener, true);
    },
    once(type, listener) {
      return this.on(type, onceOnly(this, type, listener));
    },
    prependOnceListener(type, listener) {
      return this.prependListener(type, onceOnly(this, type, listener));
    },
    removeListener(type, listener) {
      requireFunction(listener, 'listener');
      const listeners = registered(this, type);
      const at = listeners.findLastIndex((l) => l === listener || l.listener === listener);
      if (at < 0) return this;
      const [removed] = listeners.splice(at, 1);
      keep(this, type, listeners);
      if (this._events.removeListener !== undefined) {
        this.emit('removeListener', type, removed.listener ?? listener);
      }
      return this;
    },
    removeAllListeners(...types) {
      if (this._events === undefined) return this;
      if (types.length === 0) {
        const names = Reflect.ownKeys(this._events);
        for (const name of names) if (name !== 'removeListener') this.removeAllListeners(name);
        this._events = Object.create(null);
        this._eventsCount = 0;
      } else if (this._events.removeListener === undefined) {
        keep(this, types[0], []);
      } else {
        for (const listener of registered(this, types[0]).reverse()) {
          this.removeListener(types[0], listener);
        }
      }
      return this;
    },
    listeners(type) {
      return registered(this, type).map((listener) => listener.listener ?? listener);
    },
    rawListeners(type) {
      return registered(this, type);
    },
    listenerCount(type, listener) {
      const listeners = registered(this, type);
      if (listener == null) return listeners.length;
      return listeners.filter((l) => l === listener || l.listener === listener).length;
    },
    eventNames() {
      return this._eventsCount > 0 ? Reflect.ownKeys(this._events) : [];
    },
  });
  EventEmitter.prototype.on = EventEmitter.prototype.addListener;
  EventEmitter.prototype.off = EventEmitter.prototype.removeListener;
  for (const name of Object.keys(EventEmitter.prototype)) {
    Object.defineProperty(EventEmitter.prototype, name, { enumerable: !name.startsWith('_e') });
  }

  const isEventTarget = (object) => typeof object?.addEventListener === 'function';

  /** Listens to an emitter or an EventTarget; gives the function that ends it. */
  function listen(emitter, type, listener, options) {
    if (typeof emitter?.on === 'function') {
      if (options?.once) emitter.once(type, listener);
      else emitter.on(type, listener);
      return () => emitter.removeListener(type, listener);
    }
    if (isEventTarget(emitter)) {
      emitter.addEventListener(type, listener, options);
      return () => emitter.removeEventListener(type, listener);
    }
    throw invalidArgType('emitter', 'EventEmitter', emitter);
  }

  function addAbortListener(signal, listener) {
    if (signal === undefined) throw invalidArgType('signal', 'AbortSignal', signal);
    requireSignal(signal, 'signal');
    requireFunction(listener, 'listener');
    let stop = () => {};
    if (signal.aborted) queueMicrotask(() => listener());
    else stop = listen(signal, 'abort', listener, { once: true });
    return {
      [Symbol.dispose]() {
        stop();
      },
    };
  }

  async function once(emitter, name, options = {}) {
    const signal = options?.signal;
    requireSignal(signal, 'options.signal');
    if (signal?.aborted) throw abortError(signal);
    const stops = [];
    try {
      return await new Promise((resolve, reject) => {
        if (name !== 'error' && typeof emitter?.once === 'function') stops.push(listen(emitter, 'error', reject));
        stops.push(listen(emitter, name, (...args) => resolve(args), { once: true }));
        if (signal) stops.push(listen(signal, 'abort', () => reject(abortError(signal)), { once: true }));
      });
    } finally {
      for (const stop of stops) stop();
    }
  }

  /** An async iterator of the arguments of each event. */
  function on(emitter, name, options = {}) {
    const signal = options?.signal;
    requireSignal(signal, 'options.signal');
    if (signal?.aborted) throw abortError(signal);
    const arrived = [];
    const waiting = [];
    const stops = [];
    let error = null;
    let isDone = false;
    const end = () => {
      isDone = true;
      for (const stop of stops) stop();
      for (const { resolve } of waiting.splice(0)) resolve({ value: undefined, done: true });
      return Promise.resolve({ value: undefined, done: true });
    };
    const fail = (reason) => {
      const next = waiting.shift();
      if (next) next.reject(reason);
      else error = reason;
      void end();
    };
    stops.push(
      listen(emitter, name, (...args) => {
        const next = waiting.shift();
        if (next) next.resolve({ value: args, done: false });
        else arrived.push(args);
      })
    );
    if (name !== 'error' && typeof emitter.on === 'function') stops.push(listen(emitter, 'error', fail));
    for (const closing of options?.close ?? []) stops.push(listen(emitter, closing, () => void end()));
    if (signal) stops.push(listen(signal, 'abort', () => fail(abortError(signal)), { once: true }));
    return Object.setPrototypeOf(
      {
        next() {
          if (arrived.length > 0) return Promise.resolve({ value: arrived.shift(), done: false });
          if (error !== null) {
            const reason = error;
            error = null;
            return Promise.reject(reason);
          }
          if (isDone) return Promise.resolve({ value: undefined, done: true });
          return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
        },
        return: end,
        throw(reason) {
          if (!(reason instanceof Error)) throw invalidArgType('EventEmitter.AsyncIterator', 'Error', reason);
          fail(reason);
          return Promise.resolve({ value: undefined, done: true });
        },
        [Symbol.asyncIterator]() {
          return this;
        },
      },
      Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}).prototype)
    );
  }

  function getEventListeners(emitter, type) {
    if (typeof emitter?.listeners === 'function') return emitter.listeners(type);
    if (isEventTarget(emitter)) return load('events').callbacksOf(emitter, type);
    throw invalidArgType('emitter', ['EventEmitter', 'EventTarget'], emitter);
  }

  const targetLimits = new WeakMap();

  function getMaxListeners(emitter) {
    if (typeof emitter?.getMaxListeners === 'function') return emitter.getMaxListeners();
    if (isEventTarget(emitter)) return targetLimits.get(emitter) ?? defaultMaxListeners;
    throw invalidArgType('emitter', ['EventEmitter', 'EventTarget'], emitter);
  }

  function setMaxListeners(n = defaultMaxListeners, ...targets) {
    requireCount(n, 'n');
    if (targets.length === 0) defaultMaxListeners = n;
    for (const target of targets) {
      if (typeof target?.setMaxListeners === 'function') target.setMaxListeners(n);
      else if (isEventTarget(target)) targetLimits.set(target, n);
      else throw invalidArgType('eventTargets', ['EventEmitter', 'EventTarget'], target);
    }
  }

  function listenerCount(emitter, type) {
    if (typeof emitter?.listenerCount === 'function') return emitter.listenerCount(type);
    return getEventListeners(emitter, type).length;
  }

  Object.assign(EventEmitter, {
    EventEmitter,
    addAbortListener,
    captureRejectionSymbol,
    errorMonitor,
    getEventListeners,
    getMaxListeners,
    listenerCount,
    on,
    once,
    setMaxListeners,
    usingDomains: false,
  });
  Object.defineProperties(EventEmitter, {
    captureRejections: {
      get: () => captureByDefault,
      set(value) {
        if (typeof value !== 'boolean') throw invalidArgType('EventEmitter.captureRejections', 'boolean', value);
        captureByDefault = value;
      },
      enumerable: true,
    },
    defaultMaxListeners: {
      get: () => defaultMaxListeners,
      set(value) {
        requireCount(value, 'defaultMaxListeners');
        defaultMaxListeners = value;
      },
      enumerable: true,
    },
    EventEmitterAsyncResource: { get: () => load('node/eventsresource').EventEmitterAsyncResource, enumerable: true },
  });
  return EventEmitter;
})
