import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  async set(time) {
    await this.ctx.storage.setAlarm(time);
  }
  async alarm() {
    await this.ctx.storage.put('aborted', true);
    await this.ctx.storage.sync();
    this.ctx.abort('enough');
  }
  async isSet() {
    return (await this.ctx.storage.get('aborted')) && (await this.ctx.storage.getAlarm()) !== null;
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.set(Date.now());
  // While the object is aborted its stub is broken, too.
  await eventually(() => env.OBJECTS.getByName('a').isSet().catch(() => null));
}
