// A binding that this runtime does not simulate. It is there, so that code that only passes it on
// or writes env down runs; its first use fails and names it.
(function () {
  'use strict';

  // What the language itself asks of any value: of one that is awaited, of one that is written as JSON.
  const ASKED_OF_ANY_VALUE = ['then', 'toJSON'];

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
            if (typeof property === 'symbol' || ASKED_OF_ANY_VALUE.includes(property)) return undefined;
            return fail(`${name}.${property}`);
          },
        }
      );
    },
  };
})
