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
  async webSocketMessage(socket, message) {
    await this.note(message);
  }
  async webSocketClose(socket, code) {
    await this.note(code);
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const client = await connect(object);
  client.socket.send('one');
  client.socket.send('two');
  client.socket.close(1000);
  assert.deepEqual(await object.notes(3), [['one'], ['two'], [1000]]);
}
