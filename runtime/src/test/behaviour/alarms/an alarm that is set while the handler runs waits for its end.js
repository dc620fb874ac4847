import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  async set(time) {
    await this.ctx.storage.setAlarm(time);
  }
  async alarm() {
    const runs = ((await this.ctx.storage.get('runs')) ?? 0) + 1;
    await this.ctx.storage.put('runs', runs);
    if (runs === 1) await new Promise((resolve) => (this.goOn = resolve));
    await this.ctx.storage.put('ended', runs);
  }
  async state() {
    const { storage } = this.ctx;
    return [(await storage.get('runs')) ?? 0, (await storage.get('ended')) ?? 0, await storage.getAlarm()];
  }
  async isWaiting() {
    return Boolean(this.goOn);
  }
  release() {
    this.goOn();
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.set(Date.now());
  await eventually(() => object.isWaiting());
  await object.set(Date.now());
  const other = env.OBJECTS.getByName('b');
  await other.set(Date.now());
  await eventually(() => other.isWaiting());
  const [runs, ended, alarm] = await object.state();
  assert.deepEqual([runs, ended, alarm !== null], [1, 0, true]);
  await object.release();
  await other.release();
  await eventually(async () => (await object.state())[1] === 2);
  assert.deepEqual(await object.state(), [2, 2, null]);
}
