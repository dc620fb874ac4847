// performance: the clock of the runtime, counted from the isolate's start. It has the clock's
// resolution, a millisecond, as Workers have.
(function (host, load) {
  'use strict';
  const { expose } = load('webidl');
  const { now } = host.timers;

  class Performance {
    #origin = now();

    get timeOrigin() {
      return this.#origin;
    }
    now() {
      return now() - this.#origin;
    }
    toJSON() {
      return { timeOrigin: this.#origin };
    }
  }
  expose(Performance);

  return { Performance, performance: new Performance() };
})
