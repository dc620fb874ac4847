// Event, EventTarget and the events of the platform. There is no tree: an event has one target, and
// capture is only part of a listener's identity. As in workerd, `currentTarget` outlives the
// dispatch, a prevented default counts for `dispatchEvent` even where it cannot be canceled, and by
// an old date the error of a listener ends the dispatch and leaves `dispatchEvent`.
(function (host, load) {
  'use strict';
  const { expose, usv, wrongArgument, wrongConstructorArgument } = load('webidl');

  const AT_TARGET = 2;

  // What an event knows about itself, in one number: a message on a socket makes an event, and each
  // field of it takes time.
  const BUBBLES = 1;
  const CANCELABLE = 2;
  const COMPOSED = 4;
  const DISPATCHING = 8;
  const STOPPED = 16;
  const STOPPED_AT_ONCE = 32;
  const CANCELED = 64;

  // The name of the attribute that has a type's handler.
  const MAX_HANDLER_NAMES = 64;
  const handlerNames = new Map();

  function handlerNameOf(type) {
    const known = handlerNames.get(type);
    if (known !== undefined) return known;
    const name = `on${type}`;
    if (handlerNames.size < MAX_HANDLER_NAMES) handlerNames.set(type, name);
    return name;
  }

  let begin, end, isStopped, isCanceled;

  class Event {
    #type;
    #target = null;
    #state = 0;

    constructor(type, init) {
      if (arguments.length === 0) throw wrongConstructorArgument('Event', 1, 'string');
      this.#type = handlerNames.has(type) ? type : usv(type);
      if (init !== undefined && init !== null) {
        const { bubbles, cancelable, composed } = init;
        this.#state = (bubbles ? BUBBLES : 0) | (cancelable ? CANCELABLE : 0) | (composed ? COMPOSED : 0);
      }
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
      return this.#state & DISPATCHING ? AT_TARGET : 0;
    }
    get bubbles() {
      return (this.#state & BUBBLES) !== 0;
    }
    get cancelable() {
      return (this.#state & CANCELABLE) !== 0;
    }
    get composed() {
      return (this.#state & COMPOSED) !== 0;
    }
    get defaultPrevented() {
      return (this.#state & CANCELABLE) !== 0 && (this.#state & CANCELED) !== 0;
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
      return (this.#state & STOPPED) !== 0;
    }
    set cancelBubble(value) {
      if (value) this.#state |= STOPPED;
    }

    composedPath() {
      return this.#state & DISPATCHING ? [this.#target] : [];
    }
    stopPropagation() {
      this.#state |= STOPPED;
    }
    stopImmediatePropagation() {
      this.#state |= STOPPED | STOPPED_AT_ONCE;
    }
    preventDefault() {
      this.#state |= CANCELED;
    }

    static {
      begin = (event, target) => {
        if (event.#state & DISPATCHING) {
          throw new DOMException('The event is already being dispatched.', 'InvalidStateError');
        }
        event.#state |= DISPATCHING;
        event.#target = target;
      };
      end = (event) => {
        event.#state &= ~(DISPATCHING | STOPPED | STOPPED_AT_ONCE);
      };
      isStopped = (event) => (event.#state & STOPPED_AT_ONCE) !== 0;
      isCanceled = (event) => (event.#state & CANCELED) !== 0;
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
        const { type } = event;
        const handler = this[handlerNameOf(type)];
        const listeners = this.#listeners.get(type);
        if (typeof handler === 'function') run(handler, undefined, event);
        // The list itself never changes: whoever adds or removes makes another one.
        for (let i = 0; listeners !== undefined && i < listeners.length; i++) {
          const listener = listeners[i];
          if (isStopped(event)) break;
          if (listener.removed) continue;
          if (listener.once) this.#remove(type, listener);
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
