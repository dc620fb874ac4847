// node:inspector: the debugger here is Durascope's own, and no Worker talks to it.
(function (host, load) {
  'use strict';
  const EventEmitter = load('node/events');
  const { functions, fail } = load('node/absent');

  class Session extends EventEmitter {
    constructor() {
      super();
      fail('Session');
    }
  }

  return {
    Session,
    Network: functions(
      'Network.',
      'dataReceived',
      'dataSent',
      'loadingFailed',
      'loadingFinished',
      'requestWillBeSent',
      'responseReceived',
      'webSocketClosed',
      'webSocketCreated',
      'webSocketHandshakeResponseReceived'
    ),
    close() {},
    console: globalThis.console,
    open() {},
    url() {},
    waitForDebugger() {},
  };
})
