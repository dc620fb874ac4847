import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async wait() {
    const woken = new Promise((resolve) => (this.wake = resolve));
    await this.ctx.storage.setAlarm(Date.now());
    return woken;
  }
  alarm() {
    this.wake('by the alarm');
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.equal(await object.wait(), 'by the alarm');
}
