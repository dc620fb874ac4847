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
    return [null, {}, 'x'].map((pair) => this.attempt(() => this.ctx.setWebSocketAutoResponse(pair)));
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const message =
    "Failed to execute 'setWebSocketAutoResponse' on 'DurableObjectState': parameter 1 is not of type 'WebSocketRequestResponsePair'.";
  assert.deepEqual(await object.run(), Array(3).fill(`TypeError: ${message}`));
}
