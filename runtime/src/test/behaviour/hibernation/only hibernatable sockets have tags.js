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
    const fresh = this.attempt(() => this.ctx.getTags(server));
    server.accept();
    return [fresh, this.attempt(() => this.ctx.getTags(server))];
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.deepEqual(await object.run(), [
    "Error: you must call 'acceptWebSocket()' before attempting to access the tags of a WebSocket.",
    'Error: only hibernatable websockets can have tags.',
  ]);
}
