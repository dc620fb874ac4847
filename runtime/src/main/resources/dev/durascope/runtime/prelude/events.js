// Event, EventTarget and the events of the platform. There is no tree: an event has one target, and
// capture is only part of a listener's identity. As in workerd, `currentTarget` outlives the
// dispatch, a prevented default counts for `dispatchEvent` even where it cannot be canceled, and by
// an old date the error of a listener ends the dispatch and leaves `dispatchEvent`.
(function (host, load) {
  'use strict';
  const { expose, usv, wrongArgument, wrongConstructorArgument } = load('webidl');

  const AT_TARGET = 2;
  let begin, end, isStopped, isCanceled;

  class Event {
    #type;
    #bubbles;
    #cancelable;
    #composed;
    #target = null;
    #dispatching = false;
    #stopped = false;
    #stoppedAtOnce = false;
    #canceled = false;
  

    constructor(type, init) {
      if (arguments.length === 0) throw wrongConstructorArgument('Event', 1, 'string');
      this.#type = usv(type);
      this.#bubbles = Boolean(init?.bubbles);
      this.#cancelable = Boolean(init?.cancelable);
      this.#composed = Boolean(init?.composed);
    }

    get type() {
      return this.#type;
    }
    get target() {
      return this.#target;
    }
    get srcElement() {
      return this.#target;
    }
    get currentTarget() {
      return this.#target;
    }
    get eventPhase() {
      return this.#dispatching ? AT_TARGET : 0;
    }
    get bubbles() {
      return this.#bubbles;
    }
    get cancelable() {
      return this.#cancelable;
    }
    get composed() {
      return this.#composed;
    }
    get defaultPrevented() {
      return this.#cancelable && this.#canceled;
    }
    get returnValue() {
      return !this.defaultPrevented;
    }
    get isTrusted() {
      return false;
    }
    get timeStamp() {
      return 0;
    }
    get cancelBubble() {
      return this.#stopped;
    }
    set cancelBubble(value) {
      if (value) this.#stopped = true;
    }

    composedPath() {
      return this.#dispatching ? [this.#target] : [];
    }
    stopPropagation() {
      this.#stopped = true;
    }
    stopImmediatePropagation() {
      this.#stopped = true;
      this.#stoppedAtOnce = true;
    }
    preventDefault() {
      this.#canceled = true;
    }

    static {
      begin = (event, target) => {
        if (event.#dispatching) {
          throw new DOMException('The event is already being dispatched.', 'InvalidStateError');
        }
        event.#dispatching = true;
        event.#target = target;
      };
      end = (event) => {
        event.#dispatching = false;
        event.#stopped = false;
        event.#stoppedAtOnce = false;
      };
      isStopped = (event) => event.#stoppedAtOnce;
      isCanceled = (event) => event.#canceled;
    }
  }
  expose(Event);
  for (const [code, name] of ['NONE', 'CAPTURING_PHASE', 'AT_TARGET', 'BUBBLING_PHASE'].entries()) {
    Object.defineProperty(Event, name, { value: code, enumerable: true });
    Object.defineProperty(Event.prototype, name, { value: code, enumerable: true });
  }

  let listenersOf, deliver, deliverThrowing, watchListeners;

  // Whether the error of a listener is its own affair, as the standard has it.
  const isIsolating = host.flags.isOn('spec_compliant_dispatch_exceptions');

  class EventTarget {
    #listeners = new Map();
    #watch = null;

    addEventListener(type, callback, options) {
      if (callback === null || callback === undefined) return;
      if (typeof callback !== 'function' && typeof callback !== 'object') {
        throw wrongArgument('addEventListener', 'EventTarget', 2, 'EventListener');
      }
      const capture = Boolean(typeof options === 'object' && options ? options.capture : options);
      const { once, signal } = typeof options === 'object' && options ? options : {};
      if (signal?.aborted) return;
      const name = usv(type);
      const list = this.#listeners.get(name) ?? [];
      if (list.some((l) => l.callback === callback && l.capture === capture)) return;
      const listener = { callback, capture, once: Boolean(once), removed: false };
      this.#listeners.set(name, [...list, listener]);
      this.#watch?.(name);
      signal?.addEventListener('abort', () => this.#remove(name, listener), { once: true });
    }

    removeEventListener(type, callback, options) {
      const capture = Boolean(typeof options === 'object' && options ? options.capture : options);
      const name = usv(type);
      const found = this.#listeners
        .get(name)
        ?.find((l) => l.callback === callback && l.capture === capture);
      if (found) this.#remove(name, found);
    }

    dispatchEvent(event) {
      if (!(event instanceof Event)) throw wrongArgument('dispatchEvent', 'EventTarget', 1, 'Event');
      return this.#dispatch(event, isIsolating ? callAndReport : call);
    }

    #dispatch(event, run) {
      begin(event, this);
      try {
        const handler = this[`on${event.type}`];
        const listeners = this.#listeners.get(event.type) ?? [];
        if (typeof handler === 'function') run(handler, undefined, event);
        for (const listener of listeners) {
          if (isStopped(event)) break;
          if (listener.removed) continue;
          if (listener.once) this.#remove(event.type, listener);
          run(listener.callback, this, event);
        }
      } finally {
        end(event);
      }
      return !isCanceled(event);
    }

    #remove(name, listener) {
      listener.removed = true;
      this.#listeners.set(name, this.#listeners.get(name).filter((l) => l !== listener));
      this.#watch?.(name);
    }

    static {
      listenersOf = (target, type) => target.#listeners.get(type) ?? [];
      deliver = (target, event) => target.#dispatch(event, callAndReport);
      deliverThrowing = (target, event) => target.#dispatch(event, call);
      watchListeners = (target, action) => {
        target.#watch = action;
      };
    }
  }
  expose(EventTarget);

  /** Calls a listener; one that gives `true` prevents the default, as one of old pages does. */
  function call(callback, target, event) {
    const result =
      typeof callback === 'function'
        ? callback.call(target, event)
        : callback.handleEvent?.(event);
    if (result === true) event.preventDefault();
  }

  /** The same, and an error goes where one that nobody catches does. */
  function callAndReport(callback, target, event) {
    try {
      call(callback, target, event);
    } catch (error) {
      load('report').reportError(error);
    }
  }

  /** Adds `on<type>` to a class of event targets: what is set there runs before the listeners. */
  function handlerAttribute(Class, type) {
    const handlers = new WeakMap();
    Object.defineProperty(Class.prototype, `on${type}`, {
      configurable: true,
      enumerable: true,
      get() {
        return handlers.get(this) ?? null;
      },
      set(value) {
        const isHandler = typeof value === 'function' || (typeof value === 'object' && value !== null);
        handlers.set(this, isHandler ? value : null);
      },
    });
  }

  class CustomEvent extends Event {
    #detail;
    constructor(type, init) {
      super(type, init);
      this.#detail = init?.detail ?? null;
    }
    get detail() {
      return this.#detail;
    }
  }

  class MessageEvent extends Event {
    #init;
    constructor(type, init = {}) {
      super(type, init);
      this.#init = init;
    }
    get data() {
      return this.#init.data === undefined ? null : this.#init.data;
    }
    get origin() {
      return this.#init.origin ?? null;
    }
    get lastEventId() {
      return this.#init.lastEventId ?? '';
    }
    get source() {
      return this.#init.source ?? null;
    }
    get ports() {
      return this.#init.ports ?? [];
    }
  }

  class CloseEvent extends Event {
    #init;
    constructor(type, init = {}) {
      super(type, init);
      this.#init = { code: Number(init.code ?? 0), reason: usv(init.reason ?? ''), wasClean: Boolean(init.wasClean) };
    }
    get code() {
      return this.#init.code;
    }
    get reason() {
      return this.#init.reason;
    }
    get wasClean() {
      return this.#init.wasClean;
    }
  }

  class ErrorEvent extends Event {
    #init;
    constructor(type, init = {}) {
      super(type, init);
      this.#init = init;
    }
    get message() {
      return this.#init.message ?? '';
    }
    get filename() {
      return this.#init.filename ?? '';
    }
    get lineno() {
      return this.#init.lineno ?? 0;
    }
    get colno() {
      return this.#init.colno ?? 0;
    }
    get error() {
      return this.#init.error;
    }
  }

  class PromiseRejectionEvent extends Event {
    #init;
    constructor(type, init) {
      super(type, init);
      this.#init = init;
    }
    get promise() {
      return this.#init.promise;
    }
    get reason() {
      return this.#init.reason;
    }
  }

  for (const Class of [CustomEvent, MessageEvent, CloseEvent, ErrorEvent, PromiseRejectionEvent]) {
    expose(Class);
  }

  // The global scope is an event target, too.
  const globalTarget = new EventTarget();

  return {
    Event,
    EventTarget,
    CustomEvent,
    MessageEvent,
    CloseEvent,
    ErrorEvent,
    PromiseRejectionEvent,
    addEventListener: globalTarget.addEventListener.bind(globalTarget),
    removeEventListener: globalTarget.removeEventListener.bind(globalTarget),
    dispatchEvent: globalTarget.dispatchEvent.bind(globalTarget),
    handlerAttribute,
    /** Dispatches an event of the platform's own, which has nobody to throw a listener's error at. */
    deliver,
    /** The same where a listener's error is the outcome. */
    deliverThrowing,
    /** Calls `action(type)` whenever a listener comes or goes. */
    watchListeners,
    /** How many listeners a target has for a type. */
    listenerCount: (target, type) => listenersOf(target, type).length,
    callbacksOf: (target, type) => listenersOf(target, type).map(({ callback }) => callback),
    /** The same for the global scope, on which a service-worker script registers `fetch`. */
    globalTarget,
  };
})
