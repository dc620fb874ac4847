import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  async set(time) {
    await this.ctx.storage.setAlarm(time);
  }
  async alarm() {
    await this.ctx.storage.put('seen', [await this.ctx.storage.getAlarm()]);
  }
  seen() {
    return this.ctx.storage.get('seen');
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.set(Date.now());
  assert.deepEqual(await eventually(() => object.seen()), [null]);
}
