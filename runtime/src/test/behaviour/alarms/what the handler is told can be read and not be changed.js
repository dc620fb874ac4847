import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  async set(time) {
    await this.ctx.storage.setAlarm(time);
  }
  async alarm(info) {
    let error = null;
    try {
      info.retryCount = 7;
    } catch ({ name }) {
      error = name;
    }
    const tag = Object.prototype.toString.call(info);
    await this.ctx.storage.put('found', [error, info.retryCount, tag, JSON.parse(JSON.stringify(info)).isRetry]);
  }
  found() {
    return this.ctx.storage.get('found');
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.set(Date.now());
  assert.deepEqual(await eventually(() => object.found()), ['TypeError', 0, '[object AlarmInvocationInfo]', false]);
}
