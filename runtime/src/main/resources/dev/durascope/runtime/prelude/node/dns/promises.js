// node:dns/promises.
(function (host, load) {
  'use strict';
  const { notImplemented } = load('node/errors');
  const { ANSWERS, CODES } = load('node/dns/names');
  const { Resolver, getDefaultResultOrder, getServers, setDefaultResultOrder, setServers } = load('node/dns');

  const rejecting = (name) => [
    name,
    async () => {
      throw notImplemented(`dns.promises.${name}`);
    },
  ];
  return {
    ...CODES,
    Resolver,
    getDefaultResultOrder,
    getServers,
    setDefaultResultOrder,
    setServers,
    ...Object.fromEntries(ANSWERS.map(rejecting)),
  };
})
