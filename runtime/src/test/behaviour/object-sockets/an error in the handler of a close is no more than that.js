import { DurableObject } from 'cloudflare:workers';
import { connect } from './client.js';

export class Subject extends DurableObject {
  fetch() {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }
  async note(...facts) {
    await this.ctx.storage.put('notes', [...((await this.ctx.storage.get('notes')) ?? []), facts]);
  }
  async notes(count = 1) {
    for (;;) {
      const notes = (await this.ctx.storage.get('notes')) ?? [];
      if (notes.length >= count) return notes;
      await scheduler.wait(2);
    }
  }
  async webSocketClose() {
    await this.note('closed');
    throw new Error('not today');
  }
  left() {
    return this.ctx.getWebSockets().length;
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const one = await connect(object);
  const other = await connect(object);
  one.socket.close(1000);
  await object.notes();
  assert.equal(await object.left(), 1);
  other.socket.close(1000);
  await object.notes(2);
}
