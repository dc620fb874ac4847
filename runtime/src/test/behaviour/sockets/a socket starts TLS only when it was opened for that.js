import { connect } from 'cloudflare:sockets';

export class Room {}

export async function behaviour(assert, env) {
  const plain = connect(env.TCP_PEER);
  assert.throws(
    () => plain.startTls(),
    'TypeError',
    "The `secureTransport` socket option must be set to 'starttls' for startTls to be used."
  );

  const socket = connect(env.TCP_PEER, { secureTransport: 'starttls' });
  assert.equal(socket.secureTransport, 'starttls');
  const writer = socket.writable.getWriter();
  await writer.write(new TextEncoder().encode('hi'));
  const reader = socket.readable.getReader();
  assert.equal(new TextDecoder().decode((await reader.read()).value), 'hi');
  writer.releaseLock();
  reader.releaseLock();
  const secure = socket.startTls();
  assert.equal(secure.secureTransport, 'on');
  await socket.closed;
  assert.equal(socket.upgraded, true);
  assert.equal(secure.upgraded, false);
  assert.throws(() => secure.startTls(), 'TypeError', 'Cannot startTls on a TLS socket.');
  assert.throws(
    () => socket.startTls(),
    'TypeError',
    'The connection was closed before startTls could be started.'
  );
  // The other side does not speak TLS.
  await assert.rejects(secure.opened, 'Error');

  await assert.rejects(
    connect(env.TCP_PEER, { secureTransport: 'on' }).opened,
    'Error',
    'proxy request failed, cannot connect to the specified address'
  );
}
