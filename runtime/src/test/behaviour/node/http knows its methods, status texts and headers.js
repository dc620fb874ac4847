import http from 'node:http';
import https from 'node:https';

export async function behaviour(assert) {
  assert.equal(http.STATUS_CODES[404], 'Not Found');
  assert.equal(http.METHODS.includes('PATCH'), true);
  const request = http.request({ host: 'example.com', path: '/a', headers: { 'X-One': '1' } });
  request.on('error', () => {});
  request.setHeader('X-Two', ['2', 'zwei']);
  assert.equal(request.getHeader('x-one'), '1');
  assert.deepEqual(request.getHeaderNames().includes('x-two'), true);
  request.removeHeader('x-one');
  assert.equal(request.hasHeader('X-One'), false);
  request.destroy();
  assert.throws(() => http.request('https://example.com/'), 'TypeError', 'Protocol "https:" not supported. Expected "http:"');
  assert.equal(https.globalAgent.defaultPort, 443);
  assert.throws(() => http.validateHeaderName('a b'), 'TypeError', 'Header name must be a valid HTTP token ["a b"]');
}
