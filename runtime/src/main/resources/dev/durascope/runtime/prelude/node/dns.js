// node:dns: not there yet, but in name.
(function (host, load) {
  'use strict';
  const { absentClass, functions } = load('node/absent');
  const { ANSWERS, CODES } = load('node/dns/names');

  return {
    ...CODES,
    ADDRCONFIG: 1024,
    ALL: 256,
    V4MAPPED: 2048,
    Resolver: absentClass('dns.Resolver'),
    ...functions('dns.', ...ANSWERS, 'setServers'),
    getDefaultResultOrder: () => 'verbatim',
    getServers: () => ['1.1.1.1', '2606:4700:4700::1111', '1.0.0.1', '2606:4700:4700::1001'],
    setDefaultResultOrder() {},
    get promises() {
      return load('node/dns/promises');
    },
  };
})
