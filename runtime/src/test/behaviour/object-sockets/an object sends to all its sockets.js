import { DurableObject } from 'cloudflare:workers';
import { connect } from './client.js';

export class Subject extends DurableObject {
  fetch() {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }
  webSocketMessage(socket, message) {
    for (const other of this.ctx.getWebSockets()) other.send(other === socket ? 'sent' : message);
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const [one, two, three] = [await connect(object), await connect(object), await connect(object)];
  assert.equal(await two.ask('hello'), 'sent');
  assert.equal(await one.next(), 'hello');
  assert.equal(await three.next(), 'hello');
}
