import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  async setSoon() {
    await this.ctx.storage.setAlarm(Date.now() + 50);
    return this.ctx.storage.getAlarm();
  }
  async alarm() {
    await this.ctx.storage.put('failed', true);
    throw new Error('not today');
  }
  async state() {
    return (await this.ctx.storage.get('failed')) && [(await this.ctx.storage.getAlarm())];
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const time = await object.setSoon();
  await eventually(async () => (await object.state())?.[0] === time);
}
