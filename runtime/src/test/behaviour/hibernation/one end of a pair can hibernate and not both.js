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
    return this.attempt(() => this.ctx.acceptWebSocket(client));
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const message =
    'Cannot call `acceptWebSocket()` on this WebSocket because its pair has already been accepted or used in a Response.';
  assert.equal(await object.run(), `Error: ${message}`);
}
