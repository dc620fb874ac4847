// Event, EventTarget and the events of the platform. There is no tree: an event has one target, and
// capture is only part of a listener's identity. As in workerd, `currentTarget` outlives the
// dispatch, and a prevented default counts for `dispatchEvent` even where it cannot be canceled.
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

  let listenersOf;

  class EventTarget {
    #listeners = new Map();

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
      begin(event, this);
      try {
        for (const listener of this.#listeners.get(event.type) ?? []) {
          if (listener.removed) continue;
          if (listener.once) this.#remove(event.type, listener);
          call(listener.callback, this, event);
          if (isStopped(event)) break;
        }
      } finally {
        end(event);
      }
      return !isCanceled(event);
    }

    #remove(name, listener) {
      listener.removed = true;
      this.#listeners.set(name, this.#listeners.get(name).filter((l) => l !== listener));
    }

    static {
      listenersOf = (target, type) => target.#listeners.get(type) ?? [];
    }
  }
  expose(EventTarget);

  /** A listener's error is reported, and the other listeners still run. */
  function call(callback, target, event) {
    try {
      if (typeof callback === 'function') {
        callback.call(target, event);
      } else if (typeof callback.handleEvent === 'function') {
        callback.handleEvent(event);
      }
    } catch (error) {
      load('report').reportError(error);
    }
  }

  /** Adds `on<type>` to a class of event targets: one listener that keeps its place. */
  function handlerAttribute(Class, type) {
    const handlers = new WeakMap();
    Object.defineProperty(Class.prototype, `on${type}`, {
      configurable: true,
      enumerable: true,
      get() {
        return handlers.get(this)?.current ?? null;
      },
      set(value) {
        let handler = handlers.get(this);
        if (!handler) {
          handler = { current: null };
          handlers.set(this, handler);
          this.addEventListener(type, (event) => handler.current?.call(this, event));
        }
        handler.current = typeof value === 'function' ? value : null;
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
      return this.#init.origin ?? '';
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
    /** How many listeners a target has for a type. */
    listenerCount: (target, type) => listenersOf(target, type).length,
    /** The same for the global scope, on which a service-worker script registers `fetch`. */
    globalTarget,
  };
})
