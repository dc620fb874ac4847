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
  const message = "Failed to execute 'acceptWebSocket' on 'DurableObjectState': parameter 2 is not of type 'Array'.";
  for (const tags of [null, 'ab', new Set(['x']), { 0: 'x' }]) {
    await assert.rejects(object.accept(tags), 'TypeError', message);
  }
}
