// What setAlarm() and its like take, and what time they make of it. Java keeps the alarm.
// https://developers.cloudflare.com/durable-objects/api/alarms/
(function (host, load) {
  'use strict';
  const { getAlarm, setAlarm, deleteAlarm } = host.storage;
  const { wrongArgument } = load('webidl');

  // The platform counts nanoseconds in 64 bits.
  const MAX_MILLIS = 9_223_372_036_854.775;

  /** A Date or a number, and nothing that could be made one. */
  function millisOf(time, owner, method) {
    const millis = time instanceof Date ? time.getTime() : time;
    if (typeof millis !== 'number') throw wrongArgument(method, owner, 1, 'date');
    if (!Number.isFinite(millis)) {
      throw new TypeError('The value cannot be converted because it is not a valid Date.');
    }
    if (millis > MAX_MILLIS) throw new TypeError("This API doesn't support dates after 2189.");
    if (millis < -MAX_MILLIS) throw new TypeError("This API doesn't support dates before 1687.");
    return Math.trunc(millis);
  }

  function checkOptions(method, owner, index, options, type) {
    const isOptions = typeof options === 'object' || typeof options === 'function';
    if (options !== undefined && !(isOptions && options !== null)) {
      throw wrongArgument(method, owner, index, type);
    }
  }

  const flags = (options) => ({ allowUnconfirmed: Boolean(options?.allowUnconfirmed) });

  return {
    millisOf,

    /** `owner` is the name of the class whose method it is. */
    get(owner, options) {
      checkOptions('getAlarm', owner, 1, options, 'GetAlarmOptions');
      return getAlarm();
    },

    /** A time that is past counts as now. `write(options, action)` writes as the options say. */
    set(write, owner, time, options) {
      const millis = millisOf(time, owner, 'setAlarm');
      checkOptions('setAlarm', owner, 2, options, 'SetAlarmOptions');
      if (millis <= 0) throw new TypeError('setAlarm() cannot be called with an alarm time <= 0');
      write(flags(options), () => setAlarm(Math.max(millis, Date.now())));
    },

    delete(write, owner, options) {
      checkOptions('deleteAlarm', owner, 1, options, 'SetAlarmOptions');
      write(flags(options), deleteAlarm);
    },
  };
})
