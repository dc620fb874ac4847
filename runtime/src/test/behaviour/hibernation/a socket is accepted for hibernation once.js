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
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return this.attempt(() => this.ctx.acceptWebSocket(server));
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const message = 'Cannot call `acceptWebSocket()` if the WebSocket was already accepted via `accept()`';
  assert.equal(await object.run(), `Error: ${message}`);
}
