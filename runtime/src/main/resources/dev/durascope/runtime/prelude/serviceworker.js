// Workers in the service-worker format: a script that registers listeners, with its bindings as
// globals. To the rest of the runtime it looks like a module with a default export, `handlers`.
(function (host, load) {
  'use strict';
  const { Event, deliverThrowing, listenerCount, globalTarget } = load('events');
  const { expose } = load('webidl');

  const SECRET = Symbol('ExtendableEvent');
  const HANDLED = ['fetch', 'scheduled', 'queue', 'email', 'tail', 'trace'];
  let answerOf;

  class ExtendableEvent extends Event {
    #ctx;

    constructor(secret, type, ctx) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
      super(type, { cancelable: true });
      this.#ctx = ctx;
    }

    waitUntil(promise) {
      this.#ctx.waitUntil(promise);
    }

    static {
      answerOf = (event) => event.#ctx;
    }
  }

  class FetchEvent extends ExtendableEvent {
    #request;
    #answer;
    #isDispatched = false;

    constructor(secret, request, ctx) {
      super(secret, 'fetch', ctx);
      this.#request = request;
    }

    get request() {
      return this.#request;
    }

    respondWith(answer) {
      this.preventDefault();
      if (this.#answer !== undefined) {
        throw new DOMException(
          'FetchEvent.respondWith() has already been called; it can only be called once.',
          'InvalidStateError'
        );
      }
      if (this.#isDispatched) {
        throw new DOMException(
          'Too late to call FetchEvent.respondWith(). It must be called synchronously in the event handler.',
          'InvalidStateError'
        );
      }
      this.#answer = Promise.resolve(answer);
      this.stopImmediatePropagation();
    }

    passThroughOnException() {
      answerOf(this).passThroughOnException();
    }

    static {
      /** The response, or undefined where no listener wants to give one. */
      FetchEvent[SECRET] = (event) => {
        const isLeft = deliverThrowing(globalTarget, event);
        event.#isDispatched = true;
        if (event.#answer === undefined && !isLeft) {
          throw new TypeError('The default of a FetchEvent was prevented, but respondWith() was not called.');
        }
        return event.#answer;
      };
    }
  }
  const dispatchFetch = FetchEvent[SECRET];
  delete FetchEvent[SECRET];

  class ScheduledEvent extends ExtendableEvent {
    #controller;

    constructor(secret, controller, ctx) {
      super(secret, 'scheduled', ctx);
      this.#controller = controller;
    }

    get scheduledTime() {
      return this.#controller.scheduledTime;
    }
    get cron() {
      return this.#controller.cron;
    }
    noRetry() {
      this.#controller.noRetry();
    }
  }
  for (const Class of [ExtendableEvent, FetchEvent, ScheduledEvent]) expose(Class);

  const handlers = {
    fetch(request, env, ctx) {
      // Without an answer the request goes where it would have gone without a Worker.
      return dispatchFetch(new FetchEvent(SECRET, request, ctx)) ?? fetch(request);
    },
    scheduled(controller, env, ctx) {
      deliverThrowing(globalTarget, new ScheduledEvent(SECRET, controller, ctx));
    },
  };

  return {
    ExtendableEvent,
    FetchEvent,
    ScheduledEvent,
    /** Makes the bindings global; before the script runs. */
    bind() {
      Object.defineProperties(globalThis, Object.getOwnPropertyDescriptors(load('environment').whole()));
    },
    /** The default export; after the script has run. */
    handlers() {
      if (HANDLED.every((type) => listenerCount(globalTarget, type) === 0)) {
        throw new Error('No event handlers were registered. This script does nothing.');
      }
      return handlers;
    },
  };
})
