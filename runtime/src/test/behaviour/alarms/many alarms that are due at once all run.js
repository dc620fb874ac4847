import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  async set(time) {
    await this.ctx.storage.setAlarm(time);
  }
  async alarm() {
    await this.ctx.storage.put('ran', true);
  }
  ran() {
    return this.ctx.storage.get('ran');
  }
}

export async function behaviour(assert, env) {
  const objects = Array.from({ length: 20 }, (_, i) => env.OBJECTS.getByName(`object ${i}`));
  const time = Date.now() + 50;
  await Promise.all(objects.map((object) => object.set(time)));
  await Promise.all(objects.map((object) => eventually(() => object.ran())));
}
