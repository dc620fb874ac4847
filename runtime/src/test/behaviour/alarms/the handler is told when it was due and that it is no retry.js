import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  async setSoon() {
    await this.ctx.storage.setAlarm(Date.now() + 50);
    return this.ctx.storage.getAlarm();
  }
  async alarm(info) {
    const { isRetry, retryCount, scheduledTime } = info;
    await this.ctx.storage.put('info', [arguments.length, isRetry, retryCount, scheduledTime, Object.keys(info)]);
  }
  info() {
    return this.ctx.storage.get('info');
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const time = await object.setSoon();
  assert.deepEqual(await eventually(() => object.info()), [
    1,
    false,
    0,
    time,
    ['scheduledTime', 'retryCount', 'isRetry'],
  ]);
}
