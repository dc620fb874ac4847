// Values that Java needs built for an object's handlers.
(function () {
  'use strict';
  return {
    /** The argument of alarm(). */
    alarmInfo: (isRetry, retryCount, scheduledTime) => ({ isRetry, retryCount, scheduledTime }),

    /** A copy of Java's bytes that user code may keep. */
    arrayBuffer: (bytes) => new ArrayBuffer(bytes).slice(0),
  };
})
