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
      const transfer = options?.transfer ?? [];
      if (!Array.isArray(transfer)) {
        throw new TypeError(
          "Incorrect type for the 'transfer' field on 'StructuredCloneOptions': the provided value is not of type 'Array'."
        );
      }
      if (!transfer.every((item) => item instanceof ArrayBuffer)) {
        throw new TypeError('Object is not transferable');
      }
      const copy = host.clone.copy(value);
      for (const buffer of new Set(transfer)) {
        if (!buffer.detached) buffer.transfer();
      }
      return copy;
    },
  };
})
