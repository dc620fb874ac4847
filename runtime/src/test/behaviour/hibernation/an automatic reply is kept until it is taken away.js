import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  write(...pair) {
    this.ctx.setWebSocketAutoResponse(pair.length === 0 ? undefined : new WebSocketRequestResponsePair(...pair));
  }
  read() {
    const pair = this.ctx.getWebSocketAutoResponse();
    return pair && [pair.request, pair.response];
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.write('ping', 'pong');
  assert.deepEqual(await object.read(), ['ping', 'pong']);
  await object.write('hello', 'world');
  assert.deepEqual(await object.read(), ['hello', 'world']);
  await object.write();
  assert.equal(await object.read(), null);
  await object.write();
}
