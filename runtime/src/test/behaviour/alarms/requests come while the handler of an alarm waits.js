import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  async set(time) {
    await this.ctx.storage.setAlarm(time);
  }
  async alarm() {
    const answer = await new Promise((resolve) => (this.answer = resolve));
    await this.ctx.storage.put('answer', answer);
  }
  async tell(text) {
    this.answer?.(text);
    return this.ctx.storage.get('answer');
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.set(Date.now());
  assert.equal(await eventually(() => object.tell('hello')), 'hello');
}
