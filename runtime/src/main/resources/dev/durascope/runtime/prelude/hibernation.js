// The WebSockets of an object that outlive its memory: what ctx does with them. Java keeps the sockets,
// their tags and the automatic reply. https://developers.cloudflare.com/durable-objects/api/state/
(function (host, load) {
  'use strict';
  const {
    acceptWebSocket,
    getWebSockets,
    getTags,
    setAutoResponse,
    getAutoResponse,
    getAutoResponseTimestamp,
    setEventTimeout,
    getEventTimeout,
  } = host.state;
  const { is, wrongArgument } = load('webidl');

  const OWNER = 'DurableObjectState';
  const MAX_TAGS = 10;
  const MAX_TAG_BYTES = 256;
  const MAX_AUTO_RESPONSE_BYTES = 2048;
  const MAX_EVENT_TIMEOUT_MILLIS = 604_800_000;
  const MAX_UINT32 = 4_294_967_295;

  const byteLength = (text) => new TextEncoder().encode(text).length;

  function distinctTags(tags) {
    if (tags === undefined) return [];
    if (!Array.isArray(tags)) throw wrongArgument('acceptWebSocket', OWNER, 2, 'Array');
    const distinct = new Set();
    for (const tag of tags.map(String)) {
      if (distinct.size >= MAX_TAGS) {
        throw new Error(`a Hibernatable WebSocket cannot have more than ${MAX_TAGS} tags`);
      }
      if (byteLength(tag) > MAX_TAG_BYTES) {
        throw new Error(`"${tag}" is longer than the max tag length (${MAX_TAG_BYTES} characters).`);
      }
      distinct.add(tag);
    }
    return [...distinct];
  }

  function checkedSocket(method, socket) {
    if (!is.WebSocket?.(socket)) throw wrongArgument(method, OWNER, 1, 'WebSocket');
    return socket;
  }

  function checkPart(what, text) {
    const size = byteLength(text);
    if (size > MAX_AUTO_RESPONSE_BYTES) {
      throw new RangeError(
        `${what} cannot be larger than ${MAX_AUTO_RESPONSE_BYTES} bytes. A ${what.toLowerCase()} of size ${size} was provided.`
      );
    }
  }

  function unsigned(value) {
    const number = Number(value);
    if (!Number.isFinite(number)) {
      throw new TypeError('The value cannot be converted because it is not an integer.');
    }
    if (number < 0) {
      throw new TypeError(
        'The value cannot be converted because it is negative and this API expects a positive number.'
      );
    }
    if (number > MAX_UINT32) {
      throw new TypeError(`Value out of range. Must be less than or equal to ${MAX_UINT32}.`);
    }
    return Math.trunc(number);
  }

  return {
    acceptWebSocket(socket, tags) {
      checkedSocket('acceptWebSocket', socket);
      load('websocket').checkHibernatable(socket);
      acceptWebSocket(socket, distinctTags(tags));
    },

    /** With a tag the oldest first, and without one the newest. */
    getWebSockets(tag) {
      const sockets = [];
      getWebSockets(tag === undefined ? null : String(tag), (socket) => sockets.push(socket));
      return sockets;
    },

    getTags(socket) {
      const end = load('websocket').hibernatableEnd(checkedSocket('getTags', socket));
      const tags = [];
      getTags(end, (tag) => tags.push(tag));
      return tags;
    },

    setAutoResponse(pair) {
      if (pair === undefined) {
        setAutoResponse(null, null);
        return;
      }
      const { WebSocketRequestResponsePair } = load('autoresponse');
      if (!(pair instanceof WebSocketRequestResponsePair)) {
        throw wrongArgument('setWebSocketAutoResponse', OWNER, 1, 'WebSocketRequestResponsePair');
      }
      checkPart('Request', pair.request);
      checkPart('Response', pair.response);
      setAutoResponse(pair.request, pair.response);
    },

    /** A new pair each time, or null. */
    getAutoResponse() {
      let pair = null;
      getAutoResponse((request, response) => {
        const { WebSocketRequestResponsePair } = load('autoresponse');
        pair = new WebSocketRequestResponsePair(request, response);
      });
      return pair;
    },

    getAutoResponseTimestamp(socket) {
      checkedSocket('getWebSocketAutoResponseTimestamp', socket);
      const millis = getAutoResponseTimestamp(load('websocket').endOf(socket));
      return millis === null ? null : new Date(millis);
    },

    /** Nothing, null and 0 take the limit away. */
    setEventTimeout(millis) {
      const limit = millis === undefined || millis === null ? 0 : unsigned(millis);
      if (limit > MAX_EVENT_TIMEOUT_MILLIS) {
        throw new Error(`Event timeout should not exceed ${MAX_EVENT_TIMEOUT_MILLIS} ms.`);
      }
      setEventTimeout(limit);
    },

    getEventTimeout() {
      return getEventTimeout() || null;
    },
  };
})
