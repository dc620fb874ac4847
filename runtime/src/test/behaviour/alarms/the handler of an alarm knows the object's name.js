import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  async set(time) {
    await this.ctx.storage.setAlarm(time);
  }
  async alarm() {
    await this.ctx.storage.put('name', [this.ctx.id.name, this.ctx.id.toString()]);
  }
  known() {
    return this.ctx.storage.get('name');
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('lobby');
  await object.set(Date.now());
  assert.deepEqual(await eventually(() => object.known()), ['lobby', object.id.toString()]);
}
