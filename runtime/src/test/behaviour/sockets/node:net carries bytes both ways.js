//! {"compatibility_flags": ["nodejs_compat"]}
import net from 'node:net';
import { once } from 'node:events';

export class Room {}

export async function behaviour(assert, env) {
  const [host, port] = env.TCP_PEER.split(':');
  const socket = net.connect(Number(port), host);
  assert.equal(socket.connecting, true);
  socket.setNoDelay(true).setKeepAlive(true);
  socket.write('before ');
  await once(socket, 'connect');
  assert.deepEqual([socket.connecting, socket.remotePort, socket.readyState], [false, Number(port), 'open']);
  socket.write(Buffer.from('after'));
  let text = '';
  while (text.length < 12) text += (await once(socket, 'data'))[0].toString();
  assert.equal(text, 'before after');
  assert.deepEqual([socket.bytesRead, socket.bytesWritten], [12, 12]);

  socket.end();
  const [hadError] = await once(socket, 'close');
  assert.deepEqual([hadError, socket.destroyed], [false, true]);
}
