import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  names() {
    return Object.keys(Object.getPrototypeOf(this.ctx)).sort();
  }
}

export async function behaviour(assert, env, ctx) {
  const names = [
    'abort',
    'acceptWebSocket',
    'blockConcurrencyWhile',
    'getHibernatableWebSocketEventTimeout',
    'getTags',
    'getWebSocketAutoResponse',
    'getWebSocketAutoResponseTimestamp',
    'getWebSockets',
    'setHibernatableWebSocketEventTimeout',
    'setWebSocketAutoResponse',
    'waitUntil',
  ];
  assert.deepEqual(await env.OBJECTS.getByName('a').names(), names);
}
