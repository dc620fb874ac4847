// node:net: connections to the outside, and what can be told of addresses. No Worker listens on a port.
(function (host, load) {
  'use strict';
  const { absentClass } = load('node/absent');
  const { isIP, isIPv4, isIPv6 } = load('node/net/addresses');
  const { Socket, connect } = load('node/net/socket');

  return {
    BlockList: absentClass('net.BlockList'),
    Server: function Server() {
      throw new Error('Server is not implemented');
    },
    Socket,
    SocketAddress: absentClass('net.SocketAddress'),
    Stream: Socket,
    connect,
    createConnection: connect,
    createServer() {
      throw new Error('createServer() is not implemented');
    },
    getDefaultAutoSelectFamily: () => false,
    getDefaultAutoSelectFamilyAttemptTimeout: () => 0,
    setDefaultAutoSelectFamily() {},
    setDefaultAutoSelectFamilyAttemptTimeout() {},
    isIP,
    isIPv4,
    isIPv6,
  };
})
