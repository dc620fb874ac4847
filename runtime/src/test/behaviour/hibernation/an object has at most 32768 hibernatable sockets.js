//! {"$variants": ["disk"]}
import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  fill() {
    const clients = (this.clients = []);
    try {
      for (let i = 0; i < 40_000; i++) {
        const pair = new WebSocketPair();
        this.ctx.acceptWebSocket(pair[1]);
        clients.push(pair[0]);
      }
    } catch (error) {
      return [clients.length, error.name, error.message, this.ctx.getWebSockets().length];
    }
  }
}

export async function behaviour(assert, env) {
  const message = 'only 32768 websockets can be accepted on a single Durable Object instance';
  assert.deepEqual(await env.OBJECTS.getByName('a').fill(), [32_768, 'Error', message, 32_768]);
}
