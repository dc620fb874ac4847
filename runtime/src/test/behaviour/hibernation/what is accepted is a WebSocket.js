import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  /** Gives what `action` gives, or the words of its error. */
  attempt(action) {
    try {
      return action();
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  }
  run() {
    return [
      this.attempt(() => this.ctx.acceptWebSocket()),
      this.attempt(() => this.ctx.acceptWebSocket({})),
      this.attempt(() => this.ctx.getTags()),
      this.attempt(() => this.ctx.getTags({})),
      this.attempt(() => this.ctx.getWebSocketAutoResponseTimestamp({})),
    ];
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const wrong = (method) =>
    `TypeError: Failed to execute '${method}' on 'DurableObjectState': parameter 1 is not of type 'WebSocket'.`;
  const methods = ['acceptWebSocket', 'acceptWebSocket', 'getTags', 'getTags', 'getWebSocketAutoResponseTimestamp'];
  assert.deepEqual(await object.run(), methods.map(wrong));
}
