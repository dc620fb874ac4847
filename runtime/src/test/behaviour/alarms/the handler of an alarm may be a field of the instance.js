import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  alarm = async () => {
    await this.ctx.storage.put('ran', true);
  };
  async set(time) {
    await this.ctx.storage.setAlarm(time);
  }
  ran() {
    return this.ctx.storage.get('ran');
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.set(Date.now());
  await eventually(() => object.ran());
}
