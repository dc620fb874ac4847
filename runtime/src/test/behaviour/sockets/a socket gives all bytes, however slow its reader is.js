import { connect } from 'cloudflare:sockets';

export class Room {}

export async function behaviour(assert, env) {
  const [hostname, port] = env.TCP_PEER.split(':');
  const socket = connect({ hostname, port: Number(port) }, { allowHalfOpen: true });
  const chunk = new Uint8Array(256 * 1024);
  for (let i = 0; i < chunk.length; i++) chunk[i] = i % 251;
  const sent = (async () => {
    const writer = socket.writable.getWriter();
    for (let i = 0; i < 16; i++) await writer.write(chunk);
    await writer.close();
  })();
  let length = 0;
  let isSame = true;
  for await (const part of socket.readable) {
    for (const byte of part.subarray(0, 100)) isSame &&= byte === (length++ % chunk.length) % 251;
    length += Math.max(0, part.length - 100);
  }
  await sent;
  assert.equal(length, 16 * chunk.length);
  assert(isSame);
}
