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
  times() {
    return this.ctx.getWebSockets().map((socket) => this.ctx.getWebSocketAutoResponseTimestamp(socket));
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const one = await connect(object);
  const other = await connect(object);
  await object.auto();
  assert.deepEqual(await object.times(), [null, null]);
  const before = Date.now();
  assert.equal(await one.ask('ping'), 'pong');
  const [ofOther, ofOne] = await object.times();
  assert.equal(ofOther, null);
  assert(ofOne instanceof Date && ofOne.getTime() >= before - 1, `${ofOne}`);
  assert.equal(await other.ask('ping'), 'pong');
  assert((await object.times())[0] instanceof Date);
}
