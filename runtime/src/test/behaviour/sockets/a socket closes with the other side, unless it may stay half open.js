import { connect } from 'cloudflare:sockets';

export class Room {}

async function untilItsEnd(socket, writer) {
  await writer.write(new TextEncoder().encode('bye\n'));
  let text = '';
  for await (const chunk of socket.readable) text += new TextDecoder().decode(chunk);
  return text;
}

export async function behaviour(assert, env) {
  const socket = connect(env.TCP_PEER);
  const writer = socket.writable.getWriter();
  assert.equal(await untilItsEnd(socket, writer), 'bye\n');
  await socket.closed;
  await writer.closed;
  await assert.rejects(writer.write(new Uint8Array(1)), 'TypeError');
  await socket.close();

  const halfOpen = connect(env.TCP_PEER, { allowHalfOpen: true });
  const itsWriter = halfOpen.writable.getWriter();
  assert.equal(await untilItsEnd(halfOpen, itsWriter), 'bye\n');
  await itsWriter.write(new Uint8Array(1));
  await itsWriter.close();
}
