// Why connections could not be opened, by the error that `cloudflare:sockets` gives. It does not say the
// reason; node:net does.
(function () {
  'use strict';
  return new WeakMap();
})
