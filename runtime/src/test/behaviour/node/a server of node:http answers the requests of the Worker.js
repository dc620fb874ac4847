import http, { createServer } from 'node:http';
import https from 'node:https';
import { handleAsNodeRequest, httpServerHandler } from 'cloudflare:node';

const server = createServer((request, response) => {
  const { method, url, headers, socket } = request;
  if (url === '/request?a=1') {
    response.setHeader('X-Many', ['1', '2']);
    response.writeHead(201, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify([method, url, headers['x-name'], headers['content-type'], socket.localPort, request.cloudflare.env.A]));
  } else if (url === '/echo') {
    request.pipe(response);
  } else if (url === '/parts') {
    response.write('one ');
    response.write(new TextEncoder().encode('two '));
    response.end('three');
  } else if (url === '/words') {
    response.writeHead(200, 'Fine', ['X-B', '1', 'x-b', '2']).end('é', 'latin1');
  } else if (url === '/short') {
    response.writeHead(200, { 'Content-Length': 3 });
    response.write('ab');
    response.end('cdef');
  } else {
    response.statusCode = 204;
    response.end();
  }
});

export async function behaviour(assert) {
  assert.equal(server.listening, false);
  const { fetch } = httpServerHandler(server.listen(8080));
  assert.deepEqual(server.address(), { port: 8080, family: 'IPv4', address: '127.0.0.1' });
  const ask = async (path, init) => fetch(new Request(`https://example.com${path}`, init), { A: 'an env' });

  const told = await ask('/request?a=1', { headers: { 'X-Name': 'a, b', 'Content-Type': 'text/plain; a="x,y", text/html' } });
  assert.equal(told.status, 201);
  assert.equal(told.headers.get('x-many'), '1, 2');
  assert.deepEqual(await told.json(), ['GET', '/request?a=1', 'a, b', 'text/plain; a="x,y"', 8080, 'an env']);

  const echoed = await ask('/echo', { method: 'POST', body: 'a body' });
  assert.equal(await echoed.text(), 'a body');
  assert.equal(echoed.headers.get('transfer-encoding'), 'chunked');
  assert.equal(await (await ask('/parts')).text(), 'one two three');
  const words = await ask('/words');
  assert.deepEqual([words.statusText, words.headers.get('x-b')], ['Fine', '1, 2']);
  assert.deepEqual([...(await words.bytes())], [0xe9]);
  assert.equal(await (await ask('/short')).text(), 'abc');
  assert.equal((await ask('/empty')).body, null);
  const head = await ask('/parts', { method: 'HEAD' });
  assert.deepEqual([head.status, await head.text()], [200, '']);

  assert.equal(await (await handleAsNodeRequest(8080, new Request('https://example.com/parts'))).text(), 'one two three');
  assert.equal(https.createServer() instanceof http.Server, true);
  await new Promise((done) => server.close(done));
  await assert.rejects(
    ask('/parts'),
    'Error',
    'Http server with port 8080 not found. This is likely a bug with your code. ' +
      'You should check if server.listen() was called with the same port (8080)'
  );
}
