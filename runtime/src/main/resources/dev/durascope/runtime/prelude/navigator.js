// navigator, as Workers have it.
(function (host, load) {
  'use strict';
  const { expose } = load('webidl');

  class Navigator {
    get userAgent() {
      return 'Cloudflare-Workers';
    }
    get hardwareConcurrency() {
      return 1;
    }
    get language() {
      return 'en';
    }
    get languages() {
      return ['en'];
    }
    sendBeacon() {
      throw new Error('navigator.sendBeacon is not available in this version of Durascope');
    }
  }
  expose(Navigator);

  return { Navigator, navigator: new Navigator() };
})
