// node:timers/promises.
(function (host, load) {
  'use strict';
  const { abortError, requireObject, requireSignal, invalidArgType } = load('node/errors');
  const timers = load('timers');

  function check(options) {
    if (options !== undefined) requireObject(options, 'options');
    requireSignal(options?.signal, 'options.signal');
    const ref = options?.ref;
    if (ref !== undefined && typeof ref !== 'boolean') throw invalidArgType('options.ref', 'boolean', ref);
  }

  /** A promise of `value`, after `start` has called back or `signal` has been aborted. */
  async function after(start, value, options) {
    check(options);
    const signal = options?.signal;
    if (signal?.aborted) throw abortError(signal);
    return new Promise((resolve, reject) => {
      const stop = () => {
        timers.clearTimeout(id);
        reject(abortError(signal));
      };
      const id = start(() => {
        signal?.removeEventListener('abort', stop);
        resolve(value);
      });
      signal?.addEventListener('abort', stop, { once: true });
    });
  }

  const setTimeout = (delay, value, options) => after((done) => timers.setTimeout(done, delay), value, options);
  const setImmediate = (value, options) => after((done) => timers.setTimeout(done, 0), value, options);

  async function* setInterval(delay, value, options) {
    check(options);
    while (true) yield await setTimeout(delay, value, options);
  }

  const scheduler = {
    wait: (delay, options) => setTimeout(delay, undefined, options),
    yield: () => setImmediate(),
  };

  return { setTimeout, setImmediate, setInterval, scheduler };
})
