// A binding that this runtime does not simulate. It is there, so that code that only passes it on
// runs; its first use fails and names it.
(function () {
  'use strict';

  return {
    /** kind: what the error calls it. */
    bind(name, kind) {
      const fail = (use) => {
        throw new Error(
          `The binding "${name}" (${kind}) is not available in this version of Durascope: ${use} was used.`
        );
      };
      return new Proxy(
        {},
        {
          get(target, property) {
            if (typeof property === 'symbol' || property === 'then') return undefined;
            return fail(`${name}.${property}`);
          },
        }
      );
    },
  };
})
