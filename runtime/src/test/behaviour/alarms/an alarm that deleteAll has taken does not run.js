import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  async set(time) {
    await this.ctx.storage.setAlarm(time);
  }
  async setAndWipe() {
    await this.ctx.storage.setAlarm(Date.now() + 20);
    await this.ctx.storage.sync();
    await this.ctx.storage.deleteAll();
  }
  async alarm() {
    await this.ctx.storage.put('ran', true);
  }
  ran() {
    return this.ctx.storage.get('ran');
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.setAndWipe();
  const other = env.OBJECTS.getByName('b');
  await other.set(Date.now() + 30);
  await eventually(() => other.ran());
  assert.equal(await object.ran(), undefined);
}
