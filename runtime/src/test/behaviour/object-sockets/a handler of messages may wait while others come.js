import { DurableObject } from 'cloudflare:workers';
import { connect } from './client.js';

export class Subject extends DurableObject {
  fetch() {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }
  async webSocketMessage(socket, message) {
    if (message === 'wait') {
      await new Promise((resolve) => (this.goOn = resolve));
      socket.send('waited');
    } else {
      socket.send('going on');
      this.goOn();
    }
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const client = await connect(object);
  client.socket.send('wait');
  assert.equal(await client.ask('go on'), 'going on');
  assert.equal(await client.next(), 'waited');
}
