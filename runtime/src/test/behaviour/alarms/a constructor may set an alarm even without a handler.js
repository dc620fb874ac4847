import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    ctx.storage.setAlarm(5_000_000_000_000);
  }
  get() {
    return this.ctx.storage.getAlarm();
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.equal(await object.get(), 5_000_000_000_000);
}
