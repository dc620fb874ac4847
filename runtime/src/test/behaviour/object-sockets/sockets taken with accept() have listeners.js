//! {"$variants": ["disk", "memory"]}
import { DurableObject } from 'cloudflare:workers';
import { connect } from './client.js';

export class Subject extends DurableObject {
  fetch() {
    const { 0: client, 1: server } = new WebSocketPair();
    server.accept();
    server.addEventListener('message', ({ data }) => server.send(`heard ${data}`));
    server.addEventListener('close', ({ code, reason }) => server.close(code, `heard ${reason}`));
    return new Response(null, { status: 101, webSocket: client });
  }
  webSocketMessage() {
    throw new Error('not for this socket');
  }
  hibernatable() {
    return this.ctx.getWebSockets().length;
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const client = await connect(object);
  assert.equal(await client.ask('hello'), 'heard hello');
  assert.equal(await object.hibernatable(), 0);
}
