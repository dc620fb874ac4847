import { connect } from 'cloudflare:sockets';

export class Room {}

export async function behaviour(assert, env) {
  const socket = connect(env.TCP_PEER);
  await socket.opened;
  const read = socket.readable.getReader().read();
  read.catch(() => {});
  await socket.close();
  await assert.rejects(read, 'TypeError', 'This socket has been closed.');
}
