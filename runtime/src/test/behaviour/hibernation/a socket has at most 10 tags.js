import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  accept(tags) {
    const { 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server, tags);
    return this.ctx.getTags(server);
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.equal((await object.accept([...'0123456789'])).length, 10);
  const message = 'a Hibernatable WebSocket cannot have more than 10 tags';
  await assert.rejects(object.accept([...'0123456789x']), 'Error', message);
  await assert.rejects(object.accept([...'01234567890']), 'Error', message);
}
