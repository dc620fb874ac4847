import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  async set(time) {
    await this.ctx.storage.setAlarm(time);
  }
  async alarm() {
    await this.ctx.storage.setAlarm(5_000_000_000_000);
  }
  async set5() {
    return (await this.ctx.storage.getAlarm()) === 5_000_000_000_000;
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.set(Date.now());
  await eventually(() => object.set5());
}
