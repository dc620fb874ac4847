import { DurableObject } from 'cloudflare:workers';
import { connect } from './client.js';

export class Subject extends DurableObject {
  fetch(request) {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server, [new URL(request.url).pathname]);
    server.serializeAttachment({ seen: 0 });
    return new Response(null, { status: 101, webSocket: client });
  }
  webSocketMessage(socket) {
    const attachment = socket.deserializeAttachment();
    attachment.seen++;
    socket.serializeAttachment(attachment);
    socket.send(`${this.ctx.getTags(socket)} ${attachment.seen}`);
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const one = await connect(object, 'http://object/one');
  const two = await connect(object, 'http://object/two');
  assert.equal(await one.ask(''), '/one 1');
  assert.equal(await one.ask(''), '/one 2');
  assert.equal(await two.ask(''), '/two 1');
  assert.equal(await one.ask(''), '/one 3');
}
