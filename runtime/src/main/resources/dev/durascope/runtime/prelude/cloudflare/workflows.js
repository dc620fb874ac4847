// The module `cloudflare:workflows`: what a step throws to say that it must not be tried again.
(function () {
  'use strict';

  class NonRetryableError extends Error {
    constructor(message, name = 'NonRetryableError') {
      super(message);
      this.name = name;
    }
  }

  return { NonRetryableError };
})
