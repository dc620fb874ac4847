import { connect } from 'cloudflare:sockets';

export class Room {}

export async function behaviour(assert, env) {
  const socket = connect(env.TCP_PEER);
  const writer = socket.writable.getWriter();
  const written = writer.write(new Uint8Array(100_000));
  const closed = socket.close();
  await written;
  await closed;
  await socket.closed;
  await socket.close();
  await assert.rejects(writer.write(new Uint8Array(1)), 'TypeError');
  await assert.rejects(
    socket.readable.getReader().read(),
    'TypeError',
    'This ReadableStream belongs to an object that is closing.'
  );
}
