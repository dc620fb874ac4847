// node:fs/promises.
(function (host, load) {
  'use strict';
  const { promises, constants } = load('node/fs');
  const names = new Set();
  for (let level = promises; level !== null && level !== Object.prototype; level = Object.getPrototypeOf(level)) {
    for (const name of Object.getOwnPropertyNames(level)) names.add(name);
  }
  const own = { constants };
  for (const name of names) {
    if (name !== 'constructor' && typeof promises[name] === 'function') own[name] = promises[name].bind(promises);
  }
  return own;
})
