import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  set(time) {
    return this.ctx.storage.setAlarm(time);
  }
  get() {
    return this.ctx.storage.getAlarm();
  }
  alarm() {}
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  for (const time of [undefined, null, 'abc', '5', {}, true, 5n, [5]]) {
    await assert.rejects(object.set(time), 'TypeError', "Failed to execute 'setAlarm' on 'DurableObjectStorage': parameter 1 is not of type 'date'.");
  }
  assert.equal(await object.get(), null);
}
