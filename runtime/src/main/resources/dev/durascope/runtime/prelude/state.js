// ctx, the DurableObjectState: https://developers.cloudflare.com/durable-objects/api/state/
(function (host, load) {
  'use strict';
  const {
    acceptWebSocket,
    getWebSockets,
    getTags,
    setAutoResponse,
    setEventTimeout,
    getAutoResponse,
    getAutoResponseTimestamp,
    enterSection,
    leaveSection,
    keepAlive,
    releaseAlive,
    abort,
    fail,
  } = host.state;
  const { describe } = load('invoke');
  const { WebSocketRequestResponsePair } = load('autoresponse');
  const { carried } = load('asynccontext');

  const MAX_TAGS = 10;
  const MAX_TAG_LENGTH = 256;
  const MAX_EVENT_TIMEOUT_MILLIS = 604_800_000;

  function checkedTags(tags) {
    const distinct = [...new Set(Array.from(tags, String))];
    if (distinct.length > MAX_TAGS) {
      throw new Error('a Hibernatable WebSocket cannot have more than 10 tags');
    }
    for (const tag of distinct) {
      if (tag.length > MAX_TAG_LENGTH) {
        throw new Error(`"${tag}" is longer than the max tag length (${MAX_TAG_LENGTH} characters).`);
      }
    }
    return distinct;
  }

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
  const reset = (error) => abort(...describe(error));

  class DurableObjectState {
    #id;
    #storage;
    #eventTimeout = null;

    constructor(id, sqlite) {
      this.#id = id;
      load('workers').onWaitUntil((promise) => this.waitUntil(promise));
      this.#storage = new (load('storage').DurableObjectStorage)(sqlite, (closure) =>
        critical(closure, passOn)
      );
    }

    get id() {
      return this.#id;
    }

    get storage() {
      return this.#storage;
    }

    get props() {
      return {};
    }

    get exports() {
      return load('exports').exports;
    }

    get facets() {
      throw new Error('ctx.facets is not available in this version of Durascope.');
    }

    get container() {
      return undefined;
    }

    waitUntil(promise) {
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
      return critical(closure, reset);
    }

    acceptWebSocket(webSocket, tags = []) {
      acceptWebSocket(webSocket, checkedTags(tags));
    }

    getWebSockets(tag) {
      const sockets = [];
      getWebSockets(tag === undefined ? null : String(tag), (socket) => sockets.push(socket));
      return sockets;
    }

    getTags(webSocket) {
      const tags = [];
      getTags(webSocket, (tag) => tags.push(tag));
      return tags;
    }

    setWebSocketAutoResponse(pair) {
      if (pair === undefined || pair === null) {
        setAutoResponse(null, null);
      } else if (pair instanceof WebSocketRequestResponsePair) {
        setAutoResponse(pair.request, pair.response);
      } else {
        throw new TypeError(
          "Failed to execute 'setWebSocketAutoResponse' on 'DurableObjectState': parameter 1 is not of type 'WebSocketRequestResponsePair'."
        );
      }
    }

    getWebSocketAutoResponse() {
      let pair = null;
      getAutoResponse((request, response) => {
        pair = new WebSocketRequestResponsePair(request, response);
      });
      return pair;
    }

    getWebSocketAutoResponseTimestamp(webSocket) {
      const millis = getAutoResponseTimestamp(webSocket);
      return millis === null ? null : new Date(millis);
    }

    setHibernatableWebSocketEventTimeout(millis) {
      if (millis !== undefined && millis > MAX_EVENT_TIMEOUT_MILLIS) {
        throw new Error(`Event timeout should not exceed ${MAX_EVENT_TIMEOUT_MILLIS} ms.`);
      }
      this.#eventTimeout = millis ?? null;
      setEventTimeout(this.#eventTimeout);
    }

    getHibernatableWebSocketEventTimeout() {
      return this.#eventTimeout;
    }

    abort(reason) {
      const text = reason === undefined ? 'Application called abort() to reset Durable Object.' : String(reason);
      abort(...describe(new Error(text)));
    }
  }

  const { refuseClones } = load('webidl');
  refuseClones(DurableObjectState);

  return { DurableObjectState };
})
