import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  run() {
    const { 0: one, 1: other } = new WebSocketPair();
    one.accept();
    one.serializeAttachment({ a: 1 });
    other.serializeAttachment({ b: 2 });
    return [one.deserializeAttachment(), other.deserializeAttachment()];
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.deepEqual(await object.run(), [{ a: 1 }, { b: 2 }]);
}
