// node:child_process: a Worker starts no processes.
(function (host, load) {
  'use strict';
  const EventEmitter = load('node/events');
  const { functions, fail } = load('node/absent');

  class ChildProcess extends EventEmitter {
    constructor() {
      super();
      fail('child_process.ChildProcess');
    }
  }

  return {
    ChildProcess,
    ...functions('child_process.', '_forkChild', 'exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync'),
  };
})
