import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  async set(time) {
    await this.ctx.storage.setAlarm(time);
  }
  async alarm({ scheduledTime }) {
    await this.ctx.storage.put('early', scheduledTime - Date.now());
  }
  async early() {
    const early = await this.ctx.storage.get('early');
    return early === undefined ? null : [early];
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.set(Date.now() + 30);
  const [early] = await eventually(() => object.early());
  assert(early <= 0, `it ran ${early} ms early`);
}
