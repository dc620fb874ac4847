import { DurableObject } from 'cloudflare:workers';
import { connect } from './client.js';

export class Subject extends DurableObject {
  fetch() {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }
  webSocketMessage(socket, message) {
    socket.send(typeof message === 'string' ? `text ${message}` : `${message.constructor.name} ${message.byteLength}`);
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const client = await connect(object);
  assert.equal(await client.ask('hällo'), 'text hällo');
  assert.equal(await client.ask(''), 'text ');
  assert.equal(await client.ask(new Uint8Array([1, 2, 3])), 'ArrayBuffer 3');
  assert.equal(await client.ask(new ArrayBuffer(0)), 'ArrayBuffer 0');
}
