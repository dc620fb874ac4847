// A namespace of another worker's Durable Objects, which need not be there before it is used.
(function (host, load) {
  'use strict';
  return {
    bind: (name, options, binding) => load('namespace').namespaceOf(() => binding.namespace()),
  };
})
