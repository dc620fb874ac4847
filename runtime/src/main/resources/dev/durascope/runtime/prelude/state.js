// ctx, the DurableObjectState: https://developers.cloudflare.com/durable-objects/api/state/
(function (host, load) {
  'use strict';
  const {
    enterSection,
    leaveSection,
    keepAlive,
    releaseAlive,
    abort,
    fail,
  } = host.state;
  const residents = load('residents');
  const { describe, told } = load('invoke');
  const { expose, is, refuseClones, wrongArgument } = load('webidl');
  const { carried } = load('asynccontext');

  /**
   * Runs `closure` as a critical section: in a turn of its own, while nothing else comes in. If it
   * fails, `failed` decides.
   */
  function critical(closure, failed) {
    return new Promise((resolve, reject) => {
      const section = enterSection(
        carried(async () => {
          let settle;
          try {
            const result = await closure();
            settle = () => resolve(result);
          } catch (error) {
            settle = failed(error, reject);
          }
          leaveSection(section);
          settle();
        })
      );
    });
  }

  /** The failure of a transaction is an ordinary error, that of blockConcurrencyWhile() is not. */
  const passOn = (error, reject) => () => reject(error);
  const reset = (error) => abort(true, ...told(error));

  /** A property that is made when it is first read. */
  function defineLazily(object, name, make) {
    const settle = (value) => {
      Object.defineProperty(object, name, { configurable: true, enumerable: true, writable: true, value });
      return value;
    };
    Object.defineProperty(object, name, {
      configurable: true,
      enumerable: true,
      get: () => settle(make()),
      set: settle,
    });
  }

  class DurableObjectState {
    #owner = residents.current;

    constructor(id, sqlite, props, containerImage) {
      residents.current.waitUntil = (promise) => this.waitUntil(promise);
      this.id = id;
      this.storage = load('storage').storage(sqlite, (closure) => critical(closure, passOn));
      this.props = props ?? {};
      this.container =
        containerImage === null
          ? undefined
          : load('binding/unavailable').bind('ctx.container', `a container of ${containerImage}`);
      defineLazily(this, 'facets', () => new (load('facets').DurableObjectFacets)(load('facets').SECRET));
      if (host.exports.isOn()) defineLazily(this, 'exports', () => load('exports').exports);
    }

    static {
      is.DurableObjectState = (value) => typeof value === 'object' && value !== null && #owner in value;
    }

    /** The part of the prelude that keeps the sockets, for the object whose turn it is. */
    get #sockets() {
      residents.check(this.#owner);
      return load('hibernation');
    }

    waitUntil(promise) {
      if (arguments.length === 0) throw wrongArgument('waitUntil', 'DurableObjectState', 1, 'Promise');
      residents.check(this.#owner);
      keepAlive();
      Promise.resolve(promise).then(releaseAlive, (error) => {
        releaseAlive();
        fail('waitUntil', ...describe(error));
      });
    }

    blockConcurrencyWhile(closure) {
      if (typeof closure !== 'function') {
        return Promise.reject(
          new TypeError(
            "Failed to execute 'blockConcurrencyWhile' on 'DurableObjectState': parameter 1 is not of type 'function'."
          )
        );
      }
      residents.check(this.#owner);
      return critical(closure, reset);
    }

    acceptWebSocket(webSocket, tags) {
      this.#sockets.acceptWebSocket(webSocket, tags);
    }

    getWebSockets(tag) {
      return this.#sockets.getWebSockets(tag);
    }

    getTags(webSocket) {
      return this.#sockets.getTags(webSocket);
    }

    setWebSocketAutoResponse(pair) {
      this.#sockets.setAutoResponse(pair);
    }

    getWebSocketAutoResponse() {
      return this.#sockets.getAutoResponse();
    }

    getWebSocketAutoResponseTimestamp(webSocket) {
      return this.#sockets.getAutoResponseTimestamp(webSocket);
    }

    setHibernatableWebSocketEventTimeout(millis) {
      this.#sockets.setEventTimeout(millis);
    }

    getHibernatableWebSocketEventTimeout() {
      return this.#sockets.getEventTimeout();
    }

    abort(reason, options) {
      residents.check(this.#owner);
      const text = reason === undefined ? 'Application called abort() to reset Durable Object.' : String(reason);
      abort(options?.retryAlarm !== false, ...describe(new Error(text)), null);
    }
  }

  expose(DurableObjectState);
  refuseClones(DurableObjectState);

  return { DurableObjectState };
})
