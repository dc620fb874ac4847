import { DurableObject } from 'cloudflare:workers';
import { connect } from './client.js';

export class Subject extends DurableObject {
  fetch() {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }
  auto() {
    this.ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
  }
  webSocketMessage(socket, message) {
    socket.send(typeof message === 'string' ? `seen ${message}` : 'bytes');
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const client = await connect(object);
  assert.equal(await client.ask('ping'), 'seen ping');
  await object.auto();
  assert.equal(await client.ask('ping'), 'pong');
  assert.equal(await client.ask('ping '), 'seen ping ');
  assert.equal(await client.ask('Ping'), 'seen Ping');
  assert.equal(await client.ask(new TextEncoder().encode('ping')), 'bytes');
}
