import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  async block() {
    await this.ctx.blockConcurrencyWhile(async () => {
      await this.ctx.storage.setAlarm(Date.now());
      await scheduler.wait(20);
      await this.note('block');
    });
  }
  async note(text) {
    await this.ctx.storage.put('notes', [...((await this.ctx.storage.get('notes')) ?? []), text]);
  }
  async alarm() {
    await this.note('alarm');
  }
  async notes() {
    const notes = await this.ctx.storage.get('notes');
    return notes?.length === 2 && notes;
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.block();
  assert.deepEqual(await eventually(() => object.notes()), ['block', 'alarm']);
}
