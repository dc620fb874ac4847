// A namespace of another worker's Durable Objects, which need not be there before it is used.
(function (host, load) {
  'use strict';
  return {
    bind: (name, key, binding) => new (load('namespace').DurableObjectNamespace)(() => binding.namespace(), key),
  };
})
