import { DurableObject } from 'cloudflare:workers';
import { connect } from './client.js';

export class Subject extends DurableObject {
  fetch() {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }
  async webSocketMessage(socket, message) {
    if (message === 'sync') throw new Error('sync');
    if (message === 'later') {
      await this.ctx.storage.get('x');
      throw new Error('later');
    }
    socket.send(`echo ${message}`);
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const client = await connect(object);
  client.socket.send('sync');
  assert.equal(await client.ask('one'), 'echo one');
  client.socket.send('later');
  assert.equal(await client.ask('two'), 'echo two');
}
