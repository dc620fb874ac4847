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
  async webSocketMessage(socket) {
    socket.close(4001, 'enough');
    let error = null;
    try {
      socket.send('too late');
    } catch ({ message }) {
      error = message;
    }
    await this.note(socket.readyState, error, this.ctx.getWebSockets().length);
  }
  async webSocketClose(socket, ...how) {
    await this.note(socket.readyState, ...how);
  }
  left() {
    return this.ctx.getWebSockets().length;
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const client = await connect(object);
  assert.deepEqual(await client.ask('close'), ['closed', 4001, 'enough', true]);
  assert.deepEqual(await object.notes(2), [
    [WebSocket.CLOSING, "Can't call WebSocket send() after close().", 1],
    [WebSocket.CLOSED, 4001, 'enough', true],
  ]);
  assert.equal(await object.left(), 0);
}
