// node:dgram: there are no datagrams; sockets can be made and do nothing, as in production.
(function (host, load) {
  'use strict';
  const EventEmitter = load('node/events');
  const { requireFunction, requireObject } = load('node/errors');

  function Socket(type, callback) {
    if (!(this instanceof Socket)) return new Socket(type, callback);
    EventEmitter.call(this);
    requireObject(typeof type === 'string' ? { type } : type, 'type');
    if (callback !== undefined) requireFunction(callback, 'callback');
  }
  Object.setPrototypeOf(Socket.prototype, EventEmitter.prototype);
  Object.setPrototypeOf(Socket, EventEmitter);

  const quiet = [
    'addMembership',
    'addSourceSpecificMembership',
    'connect',
    'disconnect',
    'dropMembership',
    'dropSourceSpecificMembership',
    'send',
    'sendto',
    'setBroadcast',
    'setMulticastInterface',
    'setMulticastLoopback',
    'setMulticastTTL',
    'setRecvBufferSize',
    'setSendBufferSize',
    'setTTL',
  ];
  for (const name of quiet) Socket.prototype[name] = () => {};
  for (const name of ['bind', 'close', 'ref', 'unref']) {
    Socket.prototype[name] = function () {
      return this;
    };
  }
  for (const name of ['address', 'remoteAddress']) Socket.prototype[name] = () => ({});
  for (const name of ['getRecvBufferSize', 'getSendBufferSize', 'getSendQueueCount', 'getSendQueueSize']) {
    Socket.prototype[name] = () => 0;
  }

  return { Socket, createSocket: (type, callback) => new Socket(type, callback) };
})
