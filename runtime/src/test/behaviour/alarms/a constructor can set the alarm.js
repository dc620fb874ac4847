import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    if (!ctx.storage.kv.get('ran')) ctx.storage.setAlarm(Date.now());
  }
  alarm() {
    this.ctx.storage.kv.put('ran', true);
  }
  async ran() {
    return this.ctx.storage.kv.get('ran');
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.equal(await eventually(() => object.ran()), true);
}
