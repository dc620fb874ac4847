//! {"compatibility_flags": ["nodejs_compat"]}
import net from 'node:net';
import tls from 'node:tls';

export class Room {}

async function failure(socket) {
  return new Promise((resolve) => {
    const heard = [];
    socket.on('error', (error) => heard.push(error));
    socket.on('close', (hadError) => resolve([...heard, hadError]));
  });
}

export async function behaviour(assert) {
  for (const connect of [net.connect, tls.connect]) {
    const [refused, hadError] = await failure(connect({ port: 1, host: '127.0.0.1' }));
    assert.equal(refused.message, 'connect ECONNREFUSED 127.0.0.1:1');
    assert.deepEqual([refused.code, refused.syscall, refused.address, refused.port, hadError], ['ECONNREFUSED', 'connect', '127.0.0.1', 1, true]);
  }
  const [unknown] = await failure(net.createConnection({ host: 'localhost.invalid', port: 443 }));
  assert.equal(unknown.message, 'getaddrinfo ENOTFOUND localhost.invalid');
  assert.deepEqual([unknown.code, unknown.hostname], ['ENOTFOUND', 'localhost.invalid']);
  const mine = new Error('mine');
  assert.deepEqual(await failure(new net.Socket().destroy(mine)), [mine, true]);
  assert.throws(() => net.connect({ port: 70000 }), 'Error', 'Port should be >= 0 and < 65536. Received number.');
  assert.throws(() => net.connect(), 'TypeError', 'The "options" or "port" or "path" argument must be specified');
  assert.throws(() => net.connect('/path'), 'TypeError', "The argument 'path' is not supported. Received '/path'");
}
