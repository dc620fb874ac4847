import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  run() {
    const pair = new WebSocketRequestResponsePair('ping', 'pong');
    this.ctx.setWebSocketAutoResponse(pair);
    const one = this.ctx.getWebSocketAutoResponse();
    return [one === pair, one === this.ctx.getWebSocketAutoResponse(), one instanceof WebSocketRequestResponsePair];
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.deepEqual(await object.run(), [false, false, true]);
}
