import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  async set(time) {
    await this.ctx.storage.setAlarm(time);
  }
  async alarm() {
    await this.ctx.storage.put('runs', ((await this.ctx.storage.get('runs')) ?? 0) + 1);
  }
  async state() {
    return [(await this.ctx.storage.get('runs')) ?? 0, await this.ctx.storage.getAlarm()];
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.set(Date.now());
  await eventually(async () => (await object.state())[0] > 0);
  const other = env.OBJECTS.getByName('b');
  await other.set(Date.now() + 20);
  await eventually(async () => (await other.state())[0] > 0);
  assert.deepEqual(await object.state(), [1, null]);
}
