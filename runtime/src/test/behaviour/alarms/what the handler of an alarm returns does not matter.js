import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  async set(time) {
    await this.ctx.storage.setAlarm(time);
  }
  async alarm() {
    await this.ctx.storage.put('ran', true);
    return { retry: true, then: 5 };
  }
  async state() {
    return (await this.ctx.storage.get('ran')) && [await this.ctx.storage.getAlarm()];
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.set(Date.now());
  await eventually(async () => (await object.state())?.[0] === null);
}
