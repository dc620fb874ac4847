// Classes of node:crypto are streams, and are hardly ever used as such. So the streams library is
// loaded when somebody does: until then, a proxy stands in their prototypes' chain for it.
(function (host, load) {
  'use strict';

  /** Makes `Class` a stream of the kind `Transform` or `Writable`; gives what its constructor calls. */
  function makeStream(Class, kind) {
    const options = new WeakMap();
    const Base = () => load('vendor/node-stream')[kind];

    function base(instance) {
      const found = Base();
      if (options.has(instance)) {
        const given = options.get(instance);
        options.delete(instance);
        found.call(instance, given);
      }
      return found.prototype;
    }

    const standIn = new Proxy(Object.create(null), {
      get: (_, key, instance) => Reflect.get(base(instance), key, instance),
      has: (_, key) => Reflect.has(Base().prototype, key),
      set: (_, key, value, instance) => Reflect.set(base(instance), key, value, instance),
      getPrototypeOf: () => Base().prototype,
    });
    Object.setPrototypeOf(Class.prototype, standIn);
    return (instance, given) => options.set(instance, given);
  }

  /** Gives a class made of a function its methods, as Node.js has them. */
  function methods(Class, list) {
    for (const [name, value] of Object.entries(list)) {
      Object.defineProperty(Class.prototype, name, { value, writable: true, configurable: true, enumerable: true });
    }
  }

  return { makeStream, methods };
})
