// structuredClone: through V8's wire format, as everything that is stored or sent.
(function (host) {
  'use strict';

  return {
    structuredClone(value, options) {
      if (arguments.length === 0) {
        throw new TypeError("Failed to execute 'structuredClone': 1 argument required, but only 0 present.");
      }
      if (!host.clone) {
        throw new Error('structuredClone is not available in this version of Durascope');
      }
      const transfer = options?.transfer === undefined ? [] : [...options.transfer];
      const copy = host.clone.copy(value);
      for (const buffer of transfer) {
        if (!(buffer instanceof ArrayBuffer)) {
          throw new DOMException('Only an ArrayBuffer can be transferred.', 'DataCloneError');
        }
        buffer.transfer();
      }
      return copy;
    },
  };
})
