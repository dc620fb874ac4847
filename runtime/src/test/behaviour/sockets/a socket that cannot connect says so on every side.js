import { connect } from 'cloudflare:sockets';

export class Room {}

export async function behaviour(assert) {
  const message = 'proxy request failed, cannot connect to the specified address';
  const socket = connect('127.0.0.1:1');
  const writer = socket.writable.getWriter();
  const written = writer.write(new Uint8Array(1));
  written.catch(() => {});
  await assert.rejects(socket.opened, 'Error', message);
  await assert.rejects(socket.closed, 'Error', message);
  await assert.rejects(written, 'Error', `jsg.Error: ${message}`);
  assert.equal((await socket.readable.getReader().read()).done, true);
  await socket.close();

  await assert.rejects(
    connect('localhost.invalid:443').opened,
    'Error',
    `${message}. It looks like you might be trying to connect to a HTTP-based service — consider using fetch instead`
  );
}
