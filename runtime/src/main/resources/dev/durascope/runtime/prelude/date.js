// Date, by the clock of the runtime, which a user may freeze or step.
(function (host, load) {
  'use strict';
  const Native = load('boot').natives.Date;
  const { isEvaluating } = load('iocontext');

  /** There is no time before the first event. */
  const now = () => (isEvaluating() ? 0 : host.timers.now());

  function Date(...args) {
    if (!new.target) return new Native(now()).toString();
    return Reflect.construct(Native, args.length === 0 ? [now()] : args, new.target);
  }
  Object.defineProperties(Date, {
    length: { value: 7, configurable: true },
    prototype: { value: Native.prototype, writable: false, enumerable: false },
    now: { value: () => now(), writable: true, configurable: true },
    parse: { value: Native.parse, writable: true, configurable: true },
    UTC: { value: Native.UTC, writable: true, configurable: true },
  });
  Object.defineProperty(Native.prototype, 'constructor', {
    value: Date,
    writable: true,
    configurable: true,
  });

  return { Date };
})
