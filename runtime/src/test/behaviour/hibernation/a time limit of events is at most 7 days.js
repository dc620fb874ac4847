import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  write(...millis) {
    this.ctx.setHibernatableWebSocketEventTimeout(...millis);
  }
  read() {
    return this.ctx.getHibernatableWebSocketEventTimeout();
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await assert.rejects(object.write(604_800_001), 'Error', 'Event timeout should not exceed 604800000 ms.');
}
