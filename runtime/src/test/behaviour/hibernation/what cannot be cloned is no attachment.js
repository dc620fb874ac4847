import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  run() {
    const { 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    try {
      server.serializeAttachment(() => 1);
    } catch ({ name, message }) {
      return [name, message, server.deserializeAttachment()];
    }
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.deepEqual(await object.run(), ['DataCloneError', '() => 1 could not be cloned.', null]);
}
