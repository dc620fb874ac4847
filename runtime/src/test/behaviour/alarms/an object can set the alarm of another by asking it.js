import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  async set(time) {
    await this.ctx.storage.setAlarm(time);
  }
  async wake(name) {
    await this.env.OBJECTS.getByName(name).set(Date.now());
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
  await object.wake('b');
  await eventually(() => env.OBJECTS.getByName('b').ran());
  assert.equal(await object.ran(), undefined);
}
