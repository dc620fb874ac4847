// setTimeout, setInterval and their like. Java keeps the time; the callbacks stay here.
(function (host, load) {
  'use strict';
  const { schedule, cancel } = host.timers;
  const { apply } = Reflect;
  const { carried } = load('asynccontext');
  const { requireHandler } = load('iocontext');

  const residents = load('residents');
  let lastId = 0;

  function start(callback, delay, args, repeats) {
    requireHandler();
    if (typeof callback !== 'function') {
      throw new TypeError(
        `Failed to execute '${repeats ? 'setInterval' : 'setTimeout'}': parameter 1 is not of type 'Function'.`
      );
    }
    const id = ++lastId;
    const millis = Math.max(0, Math.trunc(Number(delay)) || 0);
    const callbacks = residents.current.timers;
    const timer = {
      handle: null,
      cancel: () => cancel(timer.handle),
      name: repeats ? 'setInterval' : 'setTimeout',
      millis,
    };
    const run = carried(() => {
      if (!callbacks.has(id)) return; // cleared when its turn was already waiting
      if (repeats) {
        timer.handle = schedule(Math.max(1, millis), run, timer.handle);
      } else {
        callbacks.delete(id);
      }
      apply(callback, undefined, args);
    });
    callbacks.set(id, timer);
    timer.handle = schedule(millis, run, null);
    return id;
  }

  function stop(id) {
    requireHandler();
    const { timers } = residents.current;
    const timer = timers.get(Number(id));
    if (timer) {
      timers.delete(Number(id));
      timer.cancel();
    }
  }

  return {
    setTimeout(callback, delay, ...args) {
      return start(callback, delay, args, false);
    },
    setInterval(callback, delay, ...args) {
      return start(callback, delay, args, true);
    },
    clearTimeout(id) {
      stop(id);
    },
    clearInterval(id) {
      stop(id);
    },
    setImmediate(callback, ...args) {
      return start(callback, 0, args, false);
    },
    clearImmediate(id) {
      stop(id);
    },
    queueMicrotask(callback) {
      if (typeof callback !== 'function') {
        throw new TypeError("Failed to execute 'queueMicrotask': parameter 1 is not of type 'Function'.");
      }
      Promise.resolve().then(() => callback());
    },
    /** The timers that are waiting in a memory, each given to `entry(name, millis, handle)`. */
    each({ timers }, entry) {
      for (const { name, millis, handle } of timers.values()) entry(name, millis, handle);
    },
    /** How many timers are waiting: while there are any, an object cannot hibernate. */
    pending() {
      return residents.current.timers.size;
    },
  };
})
