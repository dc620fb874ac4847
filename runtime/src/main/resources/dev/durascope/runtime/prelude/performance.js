// performance: as in workerd, where a clock that could be measured with would be a side channel,
// `now()` is what `Date.now()` is, and its origin is 0. Marks and measures are kept; what Node and
// browsers know beside them is there, and empty.
(function (host, load) {
  'use strict';
  const { expose, wrongArgument } = load('webidl');
  const { EventTarget } = load('events');
  const { isEvaluating } = load('iocontext');

  /** There is no time before the first event. */
  const now = () => (isEvaluating() ? 0 : host.timers.now());

  const SECRET = Symbol('Performance');

  function illegal(secret) {
    if (secret !== SECRET) throw new TypeError('Illegal constructor');
  }

  class PerformanceEntry {
    #name;
    #entryType;
    #startTime;
    #duration;

    constructor(secret, name, entryType, startTime, duration) {
      illegal(secret);
      this.#name = name;
      this.#entryType = entryType;
      this.#startTime = startTime;
      this.#duration = duration;
    }
    get name() {
      return this.#name;
    }
    get entryType() {
      return this.#entryType;
    }
    get startTime() {
      return this.#startTime;
    }
    get duration() {
      return this.#duration;
    }
    toJSON() {
      const { name, entryType, startTime, duration } = this;
      return Object.assign(Object.create(null), { name, entryType, startTime, duration });
    }
  }
  expose(PerformanceEntry);

  /** What marks and measures have in common: a detail, where somebody gave one. */
  function detailed(entry, detail) {
    const json = PerformanceEntry.prototype.toJSON.call(entry);
    if (detail !== null) json.detail = detail;
    return json;
  }

  function detailOf(options) {
    const detail = options?.detail ?? null;
    if (detail !== null && typeof detail !== 'object' && typeof detail !== 'function') {
      throw new TypeError(
        "Incorrect type for the 'detail' field on 'Options': the provided value is not of type 'Object'."
      );
    }
    return detail;
  }

  function spanOf(options) {
    const start = Number(options.start ?? 0);
    const end = options.end ?? (options.duration === undefined ? now() : start + Number(options.duration));
    return { start, end: Number(end), detail: detailOf(options) };
  }

  class PerformanceMark extends PerformanceEntry {
    #detail;
    constructor(name, options) {
      super(SECRET, `${name}`, 'mark', options?.startTime ?? now(), 0);
      this.#detail = detailOf(options);
    }
    get detail() {
      return this.#detail;
    }
    toJSON() {
      return detailed(this, this.#detail);
    }
  }
  expose(PerformanceMark);

  class PerformanceMeasure extends PerformanceEntry {
    #detail;
    constructor(secret, name, startTime, duration, detail) {
      super(secret, name, 'measure', startTime, duration);
      this.#detail = detail;
    }
    get detail() {
      return this.#detail;
    }
    toJSON() {
      return detailed(this, this.#detail);
    }
  }
  expose(PerformanceMeasure);

  class PerformanceResourceTiming extends PerformanceEntry {
    toJSON() {
      throw new Error('PerformanceResourceTiming.toJSON is not implemented');
    }
  }
  expose(PerformanceResourceTiming);

  class PerformanceObserverEntryList {
    constructor(secret) {
      illegal(secret);
    }
    getEntries() {
      return [];
    }
    getEntriesByType() {
      return [];
    }
    getEntriesByName() {
      return [];
    }
  }
  expose(PerformanceObserverEntryList);

  /** Accepts observers and calls none, as workerd does. */
  class PerformanceObserver {
    constructor(callback) {
      if (typeof callback !== 'function') {
        throw new TypeError(
          "Failed to construct 'PerformanceObserver': constructor parameter 1 is not of type 'Function'."
        );
      }
    }
    static get supportedEntryTypes() {
      return ['measure', 'mark'];
    }
    observe() {}
    disconnect() {}
    takeRecords() {
      return [];
    }
  }
  expose(PerformanceObserver);

  class EventCounts extends Map {}
  expose(EventCounts);

  const ZEROS = ['nodeStart', 'v8Start', 'bootstrapComplete', 'environment', 'loopStart', 'loopExit', 'idleTime'];

  class PerformanceNodeTiming extends PerformanceEntry {
    toJSON() {
      const json = super.toJSON();
      for (const name of ZEROS) json[name] = 0;
      json.uvMetricsInfo = this.uvMetricsInfo;
      return json;
    }
    get uvMetricsInfo() {
      return { loopCount: 0, events: 0, eventsWaiting: 0 };
    }
  }
  for (const name of ZEROS) {
    Object.defineProperty(PerformanceNodeTiming.prototype, name, { configurable: true, get: () => 0 });
  }
  expose(PerformanceNodeTiming);

  class Performance extends EventTarget {
    #entries = [];
    #eventCounts = new EventCounts();

    constructor(secret) {
      illegal(secret);
      super();
    }

    get timeOrigin() {
      return 0;
    }
    now() {
      return now();
    }
    get eventCounts() {
      return this.#eventCounts;
    }
    get nodeTiming() {
      return new PerformanceNodeTiming(SECRET, 'node', 'node', 0, 0);
    }
    eventLoopUtilization() {
      return { idle: 0, active: 0, utilization: 0 };
    }

    mark(name, options) {
      if (arguments.length === 0) throw wrongArgument('mark', 'Performance', 1, 'string');
      const mark = new PerformanceMark(name, options);
      this.#entries.push(mark);
      return mark;
    }

    measure(name, startOrOptions, endMark) {
      if (arguments.length === 0) throw wrongArgument('measure', 'Performance', 1, 'string');
      const { start, end, detail } =
        typeof startOrOptions === 'object' && startOrOptions !== null
          ? spanOf(startOrOptions)
          : this.#between(startOrOptions, endMark);
      const measure = new PerformanceMeasure(SECRET, `${name}`, start, Math.max(0, end - start), detail);
      this.#entries.push(measure);
      return measure;
    }

    #between(startMark, endMark) {
      const start = this.#timeOf(startMark) ?? 0;
      const end = (startMark === undefined ? undefined : this.#timeOf(endMark)) ?? now();
      return { start, end, detail: null };
    }

    #timeOf(mark) {
      return mark === undefined ? undefined : this.getEntriesByName(mark, 'mark')[0]?.startTime;
    }

    getEntries() {
      return [...this.#entries];
    }
    getEntriesByName(name, type) {
      return this.#entries.filter(
        (entry) => entry.name === `${name}` && (type === undefined || entry.entryType === `${type}`)
      );
    }
    getEntriesByType(type) {
      return this.#entries.filter((entry) => entry.entryType === `${type}`);
    }
    clearMarks(name) {
      this.#clear('mark', name);
    }
    clearMeasures(name) {
      this.#clear('measure', name);
    }
    /** As in workerd, a name clears all entries that have it, whatever their type. */
    #clear(type, name) {
      this.#entries = this.#entries.filter((entry) =>
        name === undefined ? entry.entryType !== type : entry.name !== `${name}`
      );
    }
    clearResourceTimings() {}
    setResourceTimingBufferSize() {}
    markResourceTiming() {}
    timerify(callback) {
      return callback;
    }
    toJSON() {
      return { timeOrigin: 0 };
    }
  }
  expose(Performance);

  return {
    Performance,
    PerformanceEntry,
    PerformanceMark,
    PerformanceMeasure,
    PerformanceObserver,
    PerformanceObserverEntryList,
    PerformanceResourceTiming,
    performance: new Performance(SECRET),
  };
})
