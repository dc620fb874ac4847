// What a server's request has for a socket: libraries ask it where the request comes from, and whether it is
// still there.
(function (host, load) {
  'use strict';
  const EventEmitter = load('node/events');
  const { isIPv4 } = load('node/net/addresses');

  // Clients' ports are in the upper half.
  const FIRST_PORT = 0x8000;

  return {
    /** @param headers those of the platform's request; @param localPort the server's */
    socketOf(message, headers, localPort) {
      const address = headers.get('cf-connecting-ip');
      const port = FIRST_PORT + Math.floor(Math.random() * FIRST_PORT);
      const unlessDestroyed = (value) => ({ configurable: true, get: () => (message.destroyed ? undefined : value) });
      return Object.defineProperties(new EventEmitter(), {
        encrypted: { configurable: true, value: headers.get('x-forwarded-proto') === 'https' },
        readable: { configurable: true, get: () => message.readable },
        remoteFamily: unlessDestroyed(!address || isIPv4(address) ? 'IPv4' : 'IPv6'),
        remoteAddress: unlessDestroyed(address ?? '127.0.0.1'),
        remotePort: unlessDestroyed(port),
        localAddress: { configurable: true, value: headers.get('host') ?? '127.0.0.1' },
        localPort: { configurable: true, value: localPort },
        destroy: { configurable: true, value: (error) => message.destroy(error) },
      });
    },
  };
})
