// What Workers have and this version does not: each is there to be looked at, and says its name when
// it is used.
(function (host, load) {
  'use strict';

  function fail(name) {
    throw new Error(`${name} is not available in this version of Durascope`);
  }

  function missingClass(name) {
    const Missing = {
      [name]: class {
        constructor() {
          fail(name);
        }
      },
    }[name];
    return new Proxy(Missing, {
      get(target, key, receiver) {
        return key in target || typeof key === 'symbol' || key === 'then'
          ? Reflect.get(target, key, receiver)
          : fail(`${name}.${key}`);
      },
    });
  }

  function missingObject(name) {
    return new Proxy(Object.create(null), {
      get(target, key) {
        return typeof key === 'symbol' || key === 'then' ? undefined : fail(`${name}.${key}`);
      },
    });
  }

  const exports = { caches: missingObject('caches') };
  for (const name of [
  ]) {
    exports[name] = missingClass(name);
  }
  return exports;
})
