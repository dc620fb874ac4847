import { connect } from 'cloudflare:sockets';

export class Room {
  constructor(ctx, env) {
    this.ctx = ctx;
    this.env = env;
  }

  async fetch(request) {
    this.socket ??= connect(this.env.TCP_PEER);
    this.reader ??= this.socket.readable.getReader();
    this.writer ??= this.socket.writable.getWriter();
    this.ctx.storage.put('written', true);
    await this.writer.write(await request.bytes());
    return new Response((await this.reader.read()).value);
  }
}

export async function behaviour(assert, env) {
  const room = env.ROOMS.getByName('a');
  for (const word of ['one', 'two', 'three']) {
    const response = await room.fetch('http://room/', { method: 'POST', body: word });
    assert.equal(await response.text(), word);
  }
}
