// scheduler.wait: a timer as a promise.
(function (host, load) {
  'use strict';

  const scheduler = {
    wait(delay, options) {
      const signal = options?.signal;
      return new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        let forget = () => {};
        const timer = setTimeout(() => {
          forget();
          resolve();
        }, delay);
        if (signal) {
          forget = load('abort').onAbort(signal, (reason) => {
            clearTimeout(timer);
            reject(reason);
          });
        }
      });
    },
  };

  return { scheduler };
})
