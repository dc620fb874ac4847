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
  await object.write('x'.repeat(2048), 'y'.repeat(2048));
  const tooLarge = (what, size) =>
    `${what} cannot be larger than 2048 bytes. A ${what.toLowerCase()} of size ${size} was provided.`;
  await assert.rejects(object.write('x'.repeat(2049), 'y'), 'RangeError', tooLarge('Request', 2049));
  await assert.rejects(object.write('x', 'y'.repeat(2049)), 'RangeError', tooLarge('Response', 2049));
  await assert.rejects(object.write('x', 'ü'.repeat(1025)), 'RangeError', tooLarge('Response', 2050));
  assert.equal((await object.read())[0].length, 2048);
}
