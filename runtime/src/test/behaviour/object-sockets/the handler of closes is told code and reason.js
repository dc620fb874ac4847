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
  async webSocketClose(socket, code, reason, wasClean) {
    await this.note(code, reason, wasClean, arguments.length);
  }
}

export async function behaviour(assert, env) {
  const closed = async (name, ...args) => {
    const object = env.OBJECTS.getByName(name);
    const client = await connect(object);
    client.socket.close(...args);
    return (await object.notes())[0];
  };
  assert.deepEqual(await closed('a', 4003, 'bye'), [4003, 'bye', true, 4]);
  assert.deepEqual(await closed('b', 1000), [1000, '', true, 4]);
  assert.deepEqual(await closed('c'), [1005, '', true, 4]);
  assert.deepEqual(await closed('d', 3000, 'ü'), [3000, 'ü', true, 4]);
}
