import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  async set(time) {
    await this.ctx.storage.setAlarm(time);
  }
  async alarm({ retryCount }) {
    const runs = [...((await this.ctx.storage.get('runs')) ?? []), retryCount];
    await this.ctx.storage.put('runs', runs);
    if (runs.length < 4) await this.ctx.storage.setAlarm(Date.now());
  }
  async runs() {
    const runs = (await this.ctx.storage.get('runs')) ?? [];
    return runs.length === 4 && (await this.ctx.storage.getAlarm()) === null && runs;
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.set(Date.now());
  assert.deepEqual(await eventually(() => object.runs()), [0, 0, 0, 0]);
}
