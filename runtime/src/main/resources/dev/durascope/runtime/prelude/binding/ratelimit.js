// A rate limit. https://developers.cloudflare.com/workers/runtime-apis/bindings/rate-limit/
(function (host, load) {
  'use strict';
  const { ask } = load('binding/calls');

  const OPTIONS = ['key', 'limit', 'period', 'delta'];
  const PERIODS = [10, 60];
  const MAX_UINT32 = 4294967295;

  function check(condition, message) {
    if (!condition) throw new Error(message);
  }

  function weightOf(delta) {
    const value = Number(delta);
    if (!Number.isFinite(value)) {
      throw new TypeError('The value cannot be converted because it is not an integer.');
    }
    if (value < 0) {
      throw new TypeError(
        'The value cannot be converted because it is negative and this API expects a positive number.'
      );
    }
    if (value > MAX_UINT32) throw new TypeError(`Value out of range. Must be less than or equal to ${MAX_UINT32}.`);
    if (Math.trunc(value) === 0) throw new RangeError('delta must be non-zero');
    return Math.trunc(value);
  }

  class Ratelimit {
    #java;
    #configured;

    constructor(java, configured) {
      this.#java = java;
      this.#configured = configured;
    }

    async limit(options) {
      check(typeof options === 'object' && options !== null, 'invalid rate limit options');
      const unknown = Object.keys(options).filter((key) => !OPTIONS.includes(key));
      check(unknown.length === 0, `bad rate limit options: [${unknown.join(',')}]`);
      const { key = '', limit = this.#configured.limit, period = this.#configured.period, delta = 1 } = options;
      check(typeof key === 'string', `invalid key: ${key}`);
      check(typeof limit === 'number', `limit must be a number: ${limit}`);
      check(typeof period === 'number', `period must be a number: ${period}`);
      check(PERIODS.includes(period), `unsupported period: ${period}`);
      return { success: await ask(this.#java.limit, key, limit, period, weightOf(delta)) };
    }
  }

  const { refuseClones } = load('webidl');
  refuseClones(Ratelimit);

  return { bind: (name, options, java) => new Ratelimit(java, options) };
})
