// navigator, as Workers have it.
(function (host, load) {
  'use strict';
  const { expose, wrongArgument } = load('webidl');

  const SECRET = Symbol('Navigator');

  class Navigator {
    constructor(secret) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
    }

    /** Sends a request that nobody waits for. */
    sendBeacon(url, body) {
      if (arguments.length === 0) throw wrongArgument('sendBeacon', 'Navigator', 1, 'string');
      load('fetch')
        .fetch(`${url}`, { method: 'POST', body })
        .catch((error) => load('report').reportError(error));
      return true;
    }
  }
  expose(Navigator);

  const navigator = new Navigator(SECRET);
  for (const [name, value] of Object.entries({
    ...(host.flags.isOn('enable_navigator_language') && { languages: ['en'], language: 'en' }),
    platform: '',
    hardwareConcurrency: 1,
    userAgent: 'Cloudflare-Workers',
  })) {
    Object.defineProperty(navigator, name, { value, enumerable: true, configurable: true });
  }

  return { Navigator, navigator };
})
