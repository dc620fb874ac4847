import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    if (!ctx.storage.kv.get('set')) {
      ctx.storage.kv.put('set', true);
      ctx.storage.setAlarm(Date.now());
    }
  }
  async isDropped() {
    return (await this.ctx.storage.getAlarm()) === null;
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await eventually(() => object.isDropped());
}
