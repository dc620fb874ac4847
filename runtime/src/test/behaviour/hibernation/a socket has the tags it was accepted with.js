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
  assert.deepEqual(await object.accept(['red', 'blue']), ['red', 'blue']);
  assert.deepEqual(await object.accept(['']), ['']);
}
