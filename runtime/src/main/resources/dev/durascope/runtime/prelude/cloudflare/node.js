// The module `cloudflare:node`: a Worker's requests, handed to a server of node:http.
(function (host, load) {
  'use strict';
  const ports = load('node/http/ports');
  const { coded } = load('node/errors');

  function requirePort(port) {
    if (Number.isFinite(port) && port >= 0 && port <= 65_535) return port;
    throw new Error('Failed to determine port for server');
  }

  async function handleAsNodeRequest(description, request, env, ctx) {
    const port = requirePort(typeof description === 'number' ? description : description?.port);
    const answer = ports.get(port);
    if (answer === undefined) {
      throw coded(
        Error,
        'ERR_INVALID_ARG_VALUE',
        `Http server with port ${port} not found. This is likely a bug with your code. ` +
          `You should check if server.listen() was called with the same port (${port})`
      );
    }
    return answer(request, env, ctx);
  }

  /** The port of a description, or of a server, which is made to listen if it does not yet. */
  function portOf(description) {
    if (typeof description === 'number') return description;
    if (description.port != null || typeof description.listen !== 'function') return description.port;
    if (typeof description.address()?.port !== 'number') description.listen();
    return description.address()?.port;
  }

  function httpServerHandler(description) {
    if (description == null) throw new Error('Server descriptor cannot be null or undefined');
    const port = requirePort(portOf(description));
    return { fetch: async (request, env, ctx) => handleAsNodeRequest(port, request, env, ctx) };
  }

  return { handleAsNodeRequest, httpServerHandler };
})
