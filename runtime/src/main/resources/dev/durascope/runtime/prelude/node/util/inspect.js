// Node.js's own inspect, extracted. It wants all classes of the language to be globals when it is loaded,
// and a Worker of an older date lacks some.
(function (host, load) {
  'use strict';
  const { FinalizationRegistry, WeakRef } = load('boot').natives;
  const lacking = Object.entries({ FinalizationRegistry, WeakRef }).filter(([name]) => !(name in globalThis));
  for (const [name, value] of lacking) Object.defineProperty(globalThis, name, { value, configurable: true });
  try {
    return load('vendor/node-inspect');
  } finally {
    for (const [name] of lacking) delete globalThis[name];
  }
})
