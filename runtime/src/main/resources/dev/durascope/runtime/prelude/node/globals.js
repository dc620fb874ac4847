// The globals that Node.js has and Workers have with `nodejs_compat_v2`.
(function (host, load) {
  'use strict';

  return {
    global: globalThis,
    get Buffer() {
      return load('node/buffer').Buffer;
    },
    get process() {
      return load('node/process');
    },
  };
})
