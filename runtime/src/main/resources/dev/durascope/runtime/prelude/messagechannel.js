// MessageChannel and MessagePort, between two ends in the same isolate. A message is cloned when it
// is posted, and waits for the port to be started: by `start()`, or, as in Node, by the first
// listener. As in workerd nothing can be transferred, and a port cannot be cloned.
(function (host, load) {
  'use strict';
  const { expose } = load('webidl');
  const { EventTarget, Event, MessageEvent, deliver, listenerCount, watchListeners } = load('events');

  const SECRET = Symbol('MessagePort');
  const MESSAGE = 'message';
  let entangle;

  class MessagePort extends EventTarget {
    #other = null;
    #waiting = []; // null once the port is started
    #isClosed = false;
    #onmessage = null;

    constructor(secret) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
      super();
      watchListeners(this, (type) => {
        if (type === MESSAGE) this.#listenersChanged();
      });
    }

    postMessage(data, options) {
      const transfer = Array.isArray(options) ? options : options?.transfer;
      if (transfer?.length > 0) throw new Error('Transfer list is not supported');
      if (data instanceof SharedArrayBuffer) {
        throw new TypeError('SharedArrayBuffer is unsupported with MessagePort');
      }
      const copy = load('clone').structuredClone(data);
      if (this.#other !== null) this.#other.#deliver(copy);
    }

    start() {
      if (this.#isClosed || this.#waiting === null) return;
      const messages = this.#waiting;
      this.#waiting = null;
      if (messages.length === 0) return;
      queueMicrotask(() => {
        for (const data of messages) this.#dispatch(data);
      });
    }

    close() {
      if (this.#isClosed) return;
      this.#isClosed = true;
      const other = this.#other;
      this.#other = null;
      this.#waiting = null;
      other?.close();
      deliver(this, new Event('close'));
    }

    get onmessage() {
      return this.#onmessage;
    }
    set onmessage(value) {
      if (typeof value === 'function' || (typeof value === 'object' && value !== null)) {
        this.#onmessage = value;
        this.start();
      } else {
        this.#onmessage = null;
        this.#listenersChanged();
      }
    }

    #listenersChanged() {
      if (this.#isClosed) return;
      const isHeard = this.#onmessage !== null || listenerCount(this, MESSAGE) > 0;
      if (isHeard) this.start();
      else this.#waiting ??= [];
    }

    #deliver(data) {
      if (this.#isClosed) return;
      if (this.#waiting !== null) this.#waiting.push(data);
      else queueMicrotask(() => this.#dispatch(data));
    }

    #dispatch(data) {
      deliver(this, new MessageEvent(MESSAGE, { data, source: this }));
    }

    static {
      entangle = (one, two) => {
        one.#other = two;
        two.#other = one;
      };
    }
  }
  expose(MessagePort);

  class MessageChannel {
    constructor() {
      const port1 = new MessagePort(SECRET);
      const port2 = new MessagePort(SECRET);
      entangle(port1, port2);
      for (const [name, value] of Object.entries({ port2, port1 })) {
        Object.defineProperty(this, name, { value, enumerable: true, configurable: true });
      }
    }
  }
  expose(MessageChannel);

  return { MessageChannel, MessagePort };
})
