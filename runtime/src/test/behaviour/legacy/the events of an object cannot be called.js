import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  alarm() {}
  webSocketMessage() {}
  webSocketClose() {}
  webSocketError() {}
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  for (const name of ['alarm', 'webSocketMessage', 'webSocketClose', 'webSocketError']) {
    await assert.rejects(stub[name](), 'TypeError', `'${name}' is a reserved method and cannot be called over RPC.`);
  }
}
