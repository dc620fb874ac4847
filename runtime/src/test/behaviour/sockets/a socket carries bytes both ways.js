import { connect } from 'cloudflare:sockets';

export class Room {}

export async function behaviour(assert, env) {
  const socket = connect(env.TCP_PEER);
  assert.equal(`${socket}`, '[object Socket]');
  assert.equal(socket.secureTransport, 'off');
  assert.equal(socket.upgraded, false);
  const { remoteAddress, localAddress } = await socket.opened;
  assert.equal(remoteAddress, env.TCP_PEER);
  assert.equal(localAddress, undefined);

  const writer = socket.writable.getWriter();
  await writer.write(new TextEncoder().encode('hello'));
  const reader = socket.readable.getReader({ mode: 'byob' });
  const first = await reader.read(new Uint8Array(3));
  const second = await reader.read(new Uint8Array(3));
  assert.equal(new TextDecoder().decode(first.value), 'hel');
  assert.equal(new TextDecoder().decode(second.value), 'lo');

  await assert.rejects(
    writer.write(5),
    'TypeError',
    'This TransformStream is being used as a byte stream, but received an object of non-ArrayBuffer/ArrayBufferView type on its writable side.'
  );
}
