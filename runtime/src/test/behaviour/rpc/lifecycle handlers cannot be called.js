import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  alarm() {}
  webSocketMessage() {}
  webSocketClose() {}
  webSocketError() {}
  dup() {}
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  for (const name of ['alarm', 'webSocketMessage', 'webSocketClose', 'webSocketError', 'dup']) {
    await assert.rejects(
      stub[name](),
      'TypeError',
      `'${name}' is a reserved method and cannot be called over RPC.`
    );
  }
}
