import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    if (env.OBJECTS.idFromName('bad').equals(ctx.id) && !ctx.storage.kv.get('ok')) {
      ctx.storage.kv.put('half', 1);
      throw new Error('in the middle');
    }
  }
  half() {
    return this.ctx.storage.get('half');
  }
}

export async function behaviour(assert, env) {
  await assert.rejects(env.OBJECTS.getByName('bad').half(), 'Error', 'in the middle');
  await assert.rejects(env.OBJECTS.getByName('bad').half(), 'Error', 'in the middle');
  assert.equal(await env.OBJECTS.getByName('good').half(), undefined);
}
