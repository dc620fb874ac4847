// Agent of node:http: connections are the platform's, an agent only carries options.
(function (host, load) {
  'use strict';
  const EventEmitter = load('node/events');

  class Agent extends EventEmitter {
    defaultPort = 80;
    protocol = 'http:';
    freeSockets = {};
    keepAlive = false;
    maxFreeSockets = 256;
    maxSockets = Infinity;
    maxTotalSockets = Infinity;
    requests = {};
    sockets = {};

    constructor(options = {}) {
      super();
      this.options = { ...options };
      for (const name of ['keepAlive', 'maxFreeSockets', 'maxSockets', 'maxTotalSockets', 'defaultPort', 'protocol']) {
        if (options[name] !== undefined) this[name] = options[name];
      }
    }
    destroy() {}
    getName(options = {}) {
      return `${options.host ?? 'localhost'}:${options.port ?? ''}:${options.localAddress ?? ''}`;
    }
  }

  return { Agent };
})
