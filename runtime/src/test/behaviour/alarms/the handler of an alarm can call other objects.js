import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  async set(time) {
    await this.ctx.storage.setAlarm(time);
  }
  async alarm() {
    const answer = await this.env.OBJECTS.getByName('b').answer(this.ctx.id.name);
    await this.ctx.storage.put('answer', answer);
  }
  answer(name) {
    return `hello ${name}`;
  }
  answered() {
    return this.ctx.storage.get('answer');
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.set(Date.now());
  assert.equal(await eventually(() => object.answered()), 'hello a');
}
