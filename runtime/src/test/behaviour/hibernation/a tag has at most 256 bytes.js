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
  assert.equal((await object.accept(['x'.repeat(256)]))[0].length, 256);
  for (const tag of ['x'.repeat(257), 'ü'.repeat(129)]) {
    const message = `"${tag}" is longer than the max tag length (256 characters).`;
    await assert.rejects(object.accept([tag]), 'Error', message);
  }
}
