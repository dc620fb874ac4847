import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async run() {
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAlarm();
    return this.ctx.storage.getAlarm();
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.equal(await object.run(), null);
}
