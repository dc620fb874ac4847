import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  async set(time) {
    await this.ctx.storage.setAlarm(time);
  }
  async alarm() {
    this.ctx.storage.put('written', 'yes');
    throw new Error('not today');
  }
  written() {
    return this.ctx.storage.get('written');
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.set(Date.now());
  assert.equal(await eventually(() => object.written()), 'yes');
}
