// Values that Java needs built for an object's handlers.
(function (host, load) {
  'use strict';

  const value = (of) => ({ value: of, enumerable: true });

  /** The argument of alarm(). */
  class AlarmInvocationInfo {
    constructor(scheduledTime, retryCount) {
      Object.defineProperties(this, {
        scheduledTime: value(scheduledTime),
        retryCount: value(retryCount),
        isRetry: value(retryCount > 0),
      });
    }
  }
  load('webidl').expose(AlarmInvocationInfo);

  return {
    alarmInfo: (scheduledTime, retryCount) => new AlarmInvocationInfo(scheduledTime, retryCount),

    /** A copy of Java's bytes that user code may keep. */
    arrayBuffer: (bytes) => new ArrayBuffer(bytes).slice(0),
  };
})
