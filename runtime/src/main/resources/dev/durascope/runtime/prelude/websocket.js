// WebSocket and WebSocketPair. A JavaScript socket stands for a Java SocketEnd, which lives on when
// the object hibernates or the socket leaves inside a Response.
(function (host, load) {
  'use strict';
  const { expose, is, usv, wrongArgument, wrongConstructorArgument } = load('webidl');
  const { Event, EventTarget, MessageEvent, CloseEvent, ErrorEvent, deliver, handlerAttribute } =
    load('events');
  const { fromJava } = load('body');
  const { own, check, TYPES } = load('iocontext');

  const SECRET = Symbol('WebSocket');
  const MAX_REASON_BYTES = 123;

  // Where a socket is in its life.
  const CONNECTING = 'connecting'; // made by new WebSocket(url), and not open yet
  const WAITING = 'waiting'; // neither accepted nor returned
  const ACCEPTED = 'accepted'; // by accept(): events come to this object
  const HIBERNATABLE = 'hibernatable'; // by ctx.acceptWebSocket(): events come to the class
  const RELEASED = 'released'; // returned in a Response

  const CONNECTING_STATE = 0;
  const OPEN_STATE = 1;
  const CLOSING_STATE = 2;
  const CLOSED_STATE = 3;

  const NOT_ACCEPTED =
    'You must call one of accept() or state.acceptWebSocket() on this WebSocket before sending messages.';

  const friends = {};

  class WebSocket extends EventTarget {
    #end;
    #owner = own(); // the context that it belongs to
    #peer = null; // the other one of a pair that was made here
    #state = WAITING;
    #closedOutgoing = false;
    #lost = false; // broken off: what is sent goes nowhere
    #closedIncoming = false;
    #url;
    #protocol = '';
    #extensions = '';
    #isOutbound = false; // made by new WebSocket(url)
    #giveUp = null; // ends the attempt to connect
    #binaryType = host.flags.isOn('websocket_standard_binary_type') ? 'blob' : 'arraybuffer';
    #allowHalfOpen = !host.flags.isOn('web_socket_auto_reply_to_close');

    constructor(url, endOrProtocols) {
      super();
      if (url === SECRET) {
        this.#end = endOrProtocols;
        return;
      }
      if (arguments.length === 0) throw wrongConstructorArgument('WebSocket', 1, 'string');
      this.#end = null;
      this.#state = CONNECTING;
      this.#isOutbound = true;
      this.#url = usv(url);
      const { connect, target } = load('websocketclient');
      this.#giveUp = connect(
        target(this.#url, endOrProtocols),
        (end, protocol, extensions) => this.#opened(end, protocol, extensions),
        (error) => this.#failed(error)
      );
    }

    #opened(end, protocol, extensions) {
      if (this.#closedOutgoing) {
        host.sockets.close(end, 1006, '');
        this.#failed(new Error('Network connection lost.'));
        return;
      }
      this.#end = end;
      this.#protocol = protocol;
      this.#extensions = extensions;
      this.#giveUp = null;
      this.#state = ACCEPTED;
      this.#listen();
      deliver(this, new Event('open'));
    }

    #failed(error) {
      this.#giveUp = null;
      this.#state = RELEASED;
      this.#closedIncoming = true;
      this.#closedOutgoing = true;
      deliver(this, new ErrorEvent('error', { message: `Uncaught ${error}`, error }));
      deliver(
        this,
        new CloseEvent('close', {
          code: 1006,
          reason: 'Failed to establish websocket connection',
          wasClean: false,
        })
      );
    }

    #listen() {
      host.sockets.accept(
        this.#end,
        (data) => this.#received(data),
        (code, reason, wasClean) => this.#closed(code, reason, wasClean),
        (message) => this.#broken(new Error(message))
      );
    }

    get readyState() {
      check(this.#owner, TYPES.SOCKET);
      if (this.#state === CONNECTING) return this.#closedOutgoing ? CLOSING_STATE : CONNECTING_STATE;
      if (this.#closedIncoming && this.#closedOutgoing) return CLOSED_STATE;
      if (this.#closedIncoming || this.#closedOutgoing) return CLOSING_STATE;
      return OPEN_STATE;
    }
    get url() {
      return this.#url ?? null;
    }
    get protocol() {
      return this.#protocol;
    }
    get extensions() {
      return this.#extensions;
    }
    get binaryType() {
      return this.#binaryType;
    }
    set binaryType(type) {
      if (type === 'blob' || type === 'arraybuffer') this.#binaryType = type;
    }

    accept(options) {
      check(this.#owner, TYPES.SOCKET);
      if (this.#isOutbound) {
        throw new TypeError(
          "Websockets obtained from the 'new WebSocket()' constructor cannot call accept"
        );
      }
      if (options?.allowHalfOpen !== undefined) this.#allowHalfOpen = Boolean(options.allowHalfOpen);
      switch (this.#state) {
        case RELEASED:
          throw new TypeError("Can't accept() WebSocket that was already used in a response.");
        case HIBERNATABLE:
          throw new TypeError("Can't accept() WebSocket after enabling hibernation.");
        case ACCEPTED:
          return;
        default:
          this.#state = ACCEPTED;
          this.#listen();
      }
    }

    #received(data) {
      let value = data;
      if (typeof data !== 'string') {
        const bytes = fromJava(data);
        value = this.#binaryType === 'blob' ? new (load('blob').Blob)([bytes]) : bytes.buffer;
      }
      deliver(this, new MessageEvent('message', { data: value }));
    }

    #closed(code, reason, wasClean) {
      this.#closedIncoming = true;
      if (!wasClean) {
        this.#lost = !this.#closedOutgoing;
        this.#closedOutgoing = true;
      } else if (!this.#allowHalfOpen && !this.#closedOutgoing) {
        this.#closedOutgoing = true;
        host.sockets.close(this.#end, code, reason);
      }
      deliver(this, new CloseEvent('close', { code, reason, wasClean }));
    }

    /** The peer has broken the protocol: an error is the last event. */
    #broken(error) {
      this.#closedIncoming = true;
      this.#closedOutgoing = true;
      this.#lost = true;
      deliver(this, new ErrorEvent('error', { message: `Uncaught ${error}`, error }));
    }

    send(message) {
      if (arguments.length === 0) throw wrongArgument('send', 'WebSocket', 1, 'ArrayBuffer or ArrayBufferView or string');
      check(this.#owner, TYPES.SOCKET);
      if (this.#lost) return;
      if (this.#closedOutgoing) throw new TypeError("Can't call WebSocket send() after close().");
      if (this.#state === RELEASED) return;
      if (this.#state === WAITING || this.#state === CONNECTING) throw new TypeError(NOT_ACCEPTED);
      if (typeof message === 'string') {
        host.sockets.sendText(this.#end, message.toWellFormed());
      } else if (message instanceof ArrayBuffer) {
        host.sockets.sendBytes(this.#end, message, 0, message.byteLength);
      } else if (ArrayBuffer.isView(message)) {
        host.sockets.sendBytes(this.#end, message.buffer, message.byteOffset, message.byteLength);
      } else if (is.Blob?.(message)) {
        const bytes = load('blob').bytesOf(message);
        host.sockets.sendBytes(this.#end, bytes.buffer, bytes.byteOffset, bytes.byteLength);
      } else {
        host.sockets.sendText(this.#end, usv(message));
      }
    }

    close(code, reason) {
      check(this.#owner, TYPES.SOCKET);
      const checkedCode = code === undefined ? null : Math.trunc(Number(code)) | 0;
      const checkedReason = reason === undefined ? null : usv(reason);
      if (checkedCode !== null && !isCloseCode(checkedCode)) {
        throw new DOMException(`Invalid WebSocket close code: ${checkedCode}.`, 'InvalidAccessError');
      }
      if (checkedReason !== null && new TextEncoder().encode(checkedReason).length > MAX_REASON_BYTES) {
        throw new DOMException(
          `WebSocket close reason must not be longer than ${MAX_REASON_BYTES} bytes when UTF-8 encoded.`,
          'SyntaxError'
        );
      }
      if (checkedReason !== null && checkedCode === null) {
        throw new DOMException(
          'If you specify a WebSocket close reason, you must also specify a code.',
          'InvalidAccessError'
        );
      }
      if (this.#closedOutgoing || this.#lost || this.#state === RELEASED) return;
      if (this.#state === CONNECTING) {
        this.#closedOutgoing = true;
        this.#giveUp();
        return;
      }
      if (this.#state === WAITING) throw new TypeError(NOT_ACCEPTED);
      this.#closedOutgoing = true;
      host.sockets.close(this.#end, checkedCode ?? 1005, checkedReason ?? '');
    }

    serializeAttachment(value) {
      if (arguments.length === 0) throw wrongArgument('serializeAttachment', 'WebSocket', 1, 'Value');
      host.sockets.saveAttachment(this.#end, value);
    }

    deserializeAttachment() {
      return host.sockets.loadAttachment(this.#end);
    }

    static {
      is.WebSocket = (value) => typeof value === 'object' && value !== null && #end in value;

      friends.end = (socket) => {
        if (!is.WebSocket(socket)) throw new TypeError('The value is not a WebSocket.');
        return socket.#end;
      };

      friends.release = (socket) => {
        check(socket.#owner, TYPES.SOCKET);
        if (socket.#isOutbound) {
          throw new TypeError(
            "Can't return WebSocket in a Response if it was created with `new WebSocket()`"
          );
        }
        switch (socket.#state) {
          case RELEASED:
            throw new TypeError("Can't return WebSocket that was already used in a response.");
          case HIBERNATABLE:
            throw new TypeError("Can't return WebSocket in a Response after calling acceptWebSocket().");
          case ACCEPTED:
            throw new TypeError("Can't return WebSocket in a Response after calling accept().");
          default:
            socket.#state = RELEASED;
            return socket.#end;
        }
      };

      friends.couple = (one, other) => {
        one.#peer = other;
        other.#peer = one;
      };

      friends.checkHibernatable = (socket) => {
        if (socket.#state === ACCEPTED || socket.#state === HIBERNATABLE) {
          throw new Error(
            'Cannot call `acceptWebSocket()` if the WebSocket was already accepted via `accept()`'
          );
        }
        if (socket.#peer?.#state !== WAITING) {
          throw new Error(
            'Cannot call `acceptWebSocket()` on this WebSocket because its pair has already been accepted or used in a Response.'
          );
        }
        if (socket.#state !== WAITING) {
          throw new TypeError(
            'Tried to make an api::WebSocket hibernatable when it was in an incompatible state.'
          );
        }
      };

      friends.acceptHibernatable = (socket) => {
        friends.checkHibernatable(socket);
        socket.#state = HIBERNATABLE;
        return socket.#end;
      };

      friends.hibernatableEnd = (socket) => {
        if (socket.#state === ACCEPTED) throw new Error('only hibernatable websockets can have tags.');
        if (socket.#state !== HIBERNATABLE) {
          throw new Error(
            "you must call 'acceptWebSocket()' before attempting to access the tags of a WebSocket."
          );
        }
        return socket.#end;
      };

      friends.fromHibernation = (end, url) => {
        const socket = new WebSocket(SECRET, end);
        socket.#state = HIBERNATABLE;
        socket.#closedOutgoing = host.sockets.isCloseSent(end);
        socket.#url = url;
        return socket;
      };

      friends.peerClosed = (socket) => {
        socket.#closedIncoming = true;
      };

      friends.peerFailed = (socket) => {
        socket.#closedIncoming = true;
        socket.#lost = true;
      };
    }
  }
  expose(WebSocket);
  for (const type of ['open', 'message', 'close', 'error']) handlerAttribute(WebSocket, type);
  const states = { CONNECTING: CONNECTING_STATE, OPEN: OPEN_STATE, CLOSING: CLOSING_STATE, CLOSED: CLOSED_STATE };
  for (const [name, value] of Object.entries(states)) {
    for (const target of [WebSocket, WebSocket.prototype]) {
      Object.defineProperty(target, name, { value, enumerable: true });
      Object.defineProperty(target, `READY_STATE_${name}`, { value, enumerable: true });
    }
  }

  /** 1004, 1005, 1006 and 1015 are reserved and cannot be sent. */
  function isCloseCode(code) {
    return code >= 1000 && code < 5000 && ![1004, 1005, 1006, 1015].includes(code);
  }

  class WebSocketPair {
    constructor() {
      const pair = host.sockets.pair();
      this[0] = new WebSocket(SECRET, host.sockets.first(pair));
      this[1] = new WebSocket(SECRET, host.sockets.second(pair));
      friends.couple(this[0], this[1]);
    }
    *[Symbol.iterator]() {
      yield this[0];
      yield this[1];
    }
  }
  expose(WebSocketPair);

  return {
    WebSocket,
    WebSocketPair,
    /** A socket for an end that nobody has accepted. */
    fromEnd: (end) => new WebSocket(SECRET, end),
    /** A socket for an end that `ctx.acceptWebSocket()` took in an earlier life of the object. */
    fromHibernation: friends.fromHibernation,
    endOf: friends.end,
    /** Gives the end of a socket that is returned in a Response. */
    release: friends.release,
    /** Throws if `ctx.acceptWebSocket()` cannot take the socket. */
    checkHibernatable: friends.checkHibernatable,
    /** The end of a socket that `ctx.acceptWebSocket()` has taken; throws for others. */
    hibernatableEnd: friends.hibernatableEnd,
    /** Marks a socket as taken by `ctx.acceptWebSocket()`, and gives its end. */
    acceptHibernatable: friends.acceptHibernatable,
    /** Notes that the peer of a hibernatable socket has closed. */
    peerClosed: friends.peerClosed,
    /** Notes that the connection of a hibernatable socket has ended by an error. */
    peerFailed: friends.peerFailed,
  };
})
