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
  async webSocketClose(socket) {
    socket.send('last words');
    socket.close(1000, 'after');
    let error = null;
    try {
      socket.send('too late');
    } catch ({ message }) {
      error = message;
    }
    socket.close(1001, 'twice');
    await this.note(error);
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const client = await connect(object);
  client.socket.close(4003);
  assert.equal(await client.next(), 'last words');
  assert.deepEqual(await client.next(), ['closed', 1000, 'after', true]);
  assert.deepEqual(await object.notes(), [["Can't call WebSocket send() after close()."]]);
}
