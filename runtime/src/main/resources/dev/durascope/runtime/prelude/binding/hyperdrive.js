// A database behind Hyperdrive: its address, in parts.
// https://developers.cloudflare.com/hyperdrive/configuration/connect-to-postgres/
(function (host, load) {
  'use strict';
  const { expose } = load('webidl');

  const PORTS = { 'postgres:': 5432, 'postgresql:': 5432, 'mysql:': 3306 };

  class Hyperdrive {
    constructor(address) {
      const url = new URL(address);
      const part = (text) => decodeURIComponent(text);
      Object.assign(this, {
        connectionString: address,
        host: url.hostname,
        port: Number(url.port) || PORTS[url.protocol] || 0,
        user: part(url.username),
        password: part(url.password),
        database: part(url.pathname.replace(/^\//, '')),
      });
    }

    /** A socket to the database. */
    connect() {
      return load('sockets').connect({ hostname: this.host, port: this.port });
    }
  }
  expose(Hyperdrive);

  return { bind: (name, address) => new Hyperdrive(address) };
})
