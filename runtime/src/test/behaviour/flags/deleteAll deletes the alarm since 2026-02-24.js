//! {"compatibility_date": "2026-02-24"}
import { DurableObject } from 'cloudflare:workers';
export class Subject extends DurableObject {
  async run() {
    await this.ctx.storage.setAlarm(Date.now() + 1e7);
    await this.ctx.storage.deleteAll();
    return (await this.ctx.storage.getAlarm()) !== null;
  }
  alarm() {}
}
export async function behaviour(assert, env) {
  assert.equal(await env.OBJECTS.getByName('a').run(), false);
}
