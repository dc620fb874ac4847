// node:worker_threads: there is one thread, the main one.
(function (host, load) {
  'use strict';
  const EventEmitter = load('node/events');
  const { functions, absentClass } = load('node/absent');

  const environment = new Map();

  return {
    BroadcastChannel: absentClass('BroadcastChannel'),
    get MessageChannel() {
      return load('messagechannel').MessageChannel;
    },
    get MessagePort() {
      return load('messagechannel').MessagePort;
    },
    Worker: absentClass('Worker', EventEmitter),
    SHARE_ENV: Symbol.for('nodejs.worker_threads.SHARE_ENV'),
    getEnvironmentData: (key) => environment.get(key),
    setEnvironmentData: (key, value) => void environment.set(key, value),
    isInternalThread: false,
    isMainThread: true,
    isMarkedAsUntransferable: () => false,
    markAsUncloneable() {},
    markAsUntransferable() {},
    moveMessagePortToContext: (port) => port,
    parentPort: null,
    receiveMessageOnPort() {},
    resourceLimits: {},
    threadId: 0,
    workerData: null,
    ...functions('', 'postMessageToThread'),
  };
})
