// node:timers: the timers of the platform as objects.
(function (host, load) {
  'use strict';
  const { requireFunction } = load('node/errors');
  const timers = load('timers');

  let clear;

  class Timeout {
    #id;
    #start;
    #isReferenced = true;

    /** @param start starts the timer and gives its id */
    constructor(start) {
      this.#start = start;
      this.#id = start();
    }

    refresh() {
      timers.clearTimeout(this.#id);
      this.#id = this.#start();
      return this;
    }
    // Nothing waits for timers here: a reference is only a word.
    ref() {
      this.#isReferenced = true;
      return this;
    }
    unref() {
      this.#isReferenced = false;
      return this;
    }
    hasRef() {
      return this.#isReferenced;
    }
    close() {
      timers.clearTimeout(this.#id);
      return this;
    }
    [Symbol.dispose]() {
      timers.clearTimeout(this.#id);
    }
    [Symbol.toPrimitive]() {
      return this.#id;
    }

    static {
      clear = (timer) => timers.clearTimeout(timer.#id);
    }
  }

  class Immediate {
    #id;
    #isReferenced = true;

    constructor(callback, args) {
      this.#id = timers.setTimeout(callback, 0, ...args);
    }
    ref() {
      this.#isReferenced = true;
      return this;
    }
    unref() {
      this.#isReferenced = false;
      return this;
    }
    hasRef() {
      return this.#isReferenced;
    }
    [Symbol.dispose]() {
      timers.clearTimeout(this.#id);
    }

    static {
      const clearTimeouts = clear;
      clear = (timer) => {
        if (timer instanceof Immediate) timers.clearTimeout(timer.#id);
        else if (timer instanceof Timeout) clearTimeouts(timer);
        else if (typeof timer === 'number') timers.clearTimeout(timer);
      };
    }
  }

  return {
    setTimeout(callback, delay, ...args) {
      requireFunction(callback, 'callback');
      return new Timeout(() => timers.setTimeout(callback, delay, ...args));
    },
    setInterval(callback, delay, ...args) {
      requireFunction(callback, 'callback');
      return new Timeout(() => timers.setInterval(callback, delay, ...args));
    },
    setImmediate(callback, ...args) {
      requireFunction(callback, 'callback');
      return new Immediate(callback, args);
    },
    clearTimeout: (timer) => clear(timer),
    clearInterval: (timer) => clear(timer),
    clearImmediate: (timer) => clear(timer),
    active(timer) {
      if (timer instanceof Timeout) timer.refresh();
    },
    unenroll: (timer) => clear(timer),
    enroll() {
      throw new Error('Not implemented. Please use setTimeout() instead.');
    },
    get promises() {
      return load('node/timers/promises');
    },
  };
})
