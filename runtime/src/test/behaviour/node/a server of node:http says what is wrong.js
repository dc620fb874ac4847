import { createServer } from 'node:http';
import { handleAsNodeRequest, httpServerHandler } from 'cloudflare:node';

export async function behaviour(assert) {
  const server = createServer().listen(3000);
  assert.throws(() => server.listen(3001), 'Error', 'Listen method has been called more than once without closing.');
  assert.throws(() => createServer().listen(3000), 'Error', 'bind EADDRINUSE 127.0.0.1:3000');
  assert.throws(() => createServer({ keepAliveTimeout: 3 }), 'Error', 'The keepAliveTimeout option is not implemented');
  assert.throws(
    () => createServer({ requestTimeout: 'x' }),
    'TypeError',
    `The "requestTimeout" argument must be of type number. Received type string ('x')`
  );
  assert.throws(() => httpServerHandler(), 'Error', 'Server descriptor cannot be null or undefined');
  assert.throws(() => httpServerHandler({}), 'Error', 'Failed to determine port for server');

  const failing = [
    () => {
      throw new TypeError('at once');
    },
    async () => {
      throw new TypeError('later');
    },
    (request, response) => response.destroy(new TypeError('destroyed')),
  ];
  const words = ['at once', 'later', 'destroyed'];
  for (const [i, listener] of failing.entries()) {
    createServer(listener).listen(4000 + i);
    await assert.rejects(handleAsNodeRequest({ port: 4000 + i }, new Request('https://example.com/')), 'TypeError', words[i]);
  }

  const problems = Promise.withResolvers();
  createServer((request, response) => {
    const attempt = (action) => {
      try {
        return action() && 'nothing';
      } catch (error) {
        return `${error.code}: ${error.message}`;
      }
    };
    const before = [
      attempt(() => response.writeHead(100)),
      attempt(() => response.setHeader('a b', '1')),
      attempt(() => response.setHeader('a')),
      attempt(() => response.write(5)),
      attempt(() => response.writeContinue()),
    ];
    response.end();
    problems.resolve([...before, attempt(() => response.writeHead(200)), attempt(() => response.setHeader('a', 'b'))]);
  }).listen(5000);
  await handleAsNodeRequest(5000, new Request('https://example.com/'));
  assert.deepEqual(await problems.promise, [
    'ERR_HTTP_INVALID_STATUS_CODE: Invalid status code: 100',
    'ERR_INVALID_HTTP_TOKEN: Header name must be a valid HTTP token ["a b"]',
    'ERR_HTTP_INVALID_HEADER_VALUE: Invalid value "undefined" for header "a"',
    'ERR_INVALID_ARG_TYPE: The "chunk" argument must be of type string or an instance of Buffer or Uint8Array. Received type number (5)',
    'ERR_METHOD_NOT_IMPLEMENTED: The writeContinue method is not implemented',
    'ERR_HTTP_HEADERS_SENT: Cannot write headers after they are sent to the client',
    'ERR_HTTP_HEADERS_SENT: Cannot set headers after they are sent to the client',
  ]);
}
