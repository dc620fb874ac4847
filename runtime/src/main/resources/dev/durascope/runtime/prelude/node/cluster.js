// node:cluster: there is one process, the primary one.
(function (host, load) {
  'use strict';
  const EventEmitter = load('node/events');
  const { functions } = load('node/absent');

  class Worker extends EventEmitter {
    id = 0;
    exitedAfterDisconnect = false;
    get process() {
      return globalThis.process;
    }
    isConnected() {
      return false;
    }
    isDead() {
      return true;
    }
    send() {
      return false;
    }
    kill() {}
    destroy() {}
    disconnect() {
      return this;
    }
  }

  return Object.assign(new EventEmitter(), {
    Worker,
    SCHED_NONE: 1,
    SCHED_RR: 2,
    isMaster: true,
    isPrimary: true,
    isWorker: false,
    schedulingPolicy: 2,
    settings: {},
    workers: {},
    ...functions('cluster.', 'disconnect', 'fork', 'setupMaster', 'setupPrimary'),
  });
})
