import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  async set(time) {
    await this.ctx.storage.setAlarm(time);
  }
  async alarm() {
    await this.ctx.storage.deleteAll();
    await this.ctx.storage.put('failed', true);
    throw new Error('not today');
  }
  async state() {
    return (await this.ctx.storage.get('failed')) && [(await this.ctx.storage.getAlarm())];
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.set(Date.now());
  assert.deepEqual(await eventually(() => object.state()), [null]);
}
